namespace SocialCrm.Host.Access.ApiKeys;

/// <summary>An API key, without the key itself.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Prefix">Its first characters.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastUsedAt">When it was last used, to the minute.</param>
public sealed record ApiKeyItem(Guid Id, string Name, Role Role, string Prefix, DateTime CreatedAt, DateTime? LastUsedAt);

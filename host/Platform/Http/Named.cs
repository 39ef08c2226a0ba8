namespace SocialCrm.Host.Platform.Http;

/// <summary>A person or a thing, with the name to show.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record Named(Guid Id, string Name);

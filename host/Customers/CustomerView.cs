using SocialCrm.Host.SystemsOfRecord;

namespace SocialCrm.Host.Customers;

/// <summary>A person or organisation behind one or more accounts, and how we stand.</summary>
/// <param name="Id">The customer's id.</param>
/// <param name="Name">The name that a person gave; else the newest name, handle or id that the networks know them by.</param>
/// <param name="Identities">Their accounts.</param>
/// <param name="Relationship">How they and the organisation stand.</param>
/// <param name="CreatedAt">When we met them.</param>
/// <param name="Records">Their records in systems of record, with owner and tier.</param>
/// <param name="Merged">The customers that were merged into this one, the latest first. Each merge can be undone.</param>
public sealed record CustomerView(
    Guid Id, string Name, IReadOnlyList<IdentityView> Identities, RelationshipView Relationship, DateTime CreatedAt,
    IReadOnlyList<CustomerRecord> Records, IReadOnlyList<MergedCustomer> Merged);

/// <summary>A customer that was merged into another.</summary>
/// <param name="Id">The id that they had, and have again when the merge is undone.</param>
/// <param name="At">When it was done.</param>
/// <param name="By">The name of who did it.</param>
public sealed record MergedCustomer(Guid Id, DateTime At, string By);

/// <summary>An account on a network.</summary>
/// <param name="Id">The identity's id.</param>
/// <param name="ChannelId">The channel on which we met it first.</param>
/// <param name="Network">The connector of the network it is on.</param>
/// <param name="ExternalId">The network's stable id of the user.</param>
/// <param name="Handle">The handle, which may change.</param>
/// <param name="Name">The name shown there.</param>
/// <param name="ProfileUrl">The address of the profile.</param>
/// <param name="Followers">How many follow the account, as of its newest message.</param>
public sealed record IdentityView(
    Guid Id, Guid ChannelId, string Network, string ExternalId, string? Handle, string? Name, string? ProfileUrl, long? Followers)
{
    /// <summary>Since when what it writes is set aside; null while it is heard.</summary>
    public DateTime? BlockedAt { get; init; }
}

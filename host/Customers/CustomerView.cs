namespace SocialCrm.Host.Customers;

/// <summary>A person or organisation behind one or more accounts, and how we stand.</summary>
/// <param name="Id">The customer's id.</param>
/// <param name="Name">The name that a person gave; else the newest name, handle or id that the networks know them by.</param>
/// <param name="Identities">Their accounts.</param>
/// <param name="Relationship">How they and the organisation stand.</param>
/// <param name="CreatedAt">When we met them.</param>
public sealed record CustomerView(
    Guid Id, string Name, IReadOnlyList<IdentityView> Identities, RelationshipView Relationship, DateTime CreatedAt);

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
    Guid Id, Guid ChannelId, string Network, string ExternalId, string? Handle, string? Name, string? ProfileUrl, long? Followers);

namespace SocialCrm.Sdk;

/// <summary>An account of a contact on a network.</summary>
/// <param name="Channel">Our id of the channel on which the account was met.</param>
/// <param name="Network">The id of the channel's connector.</param>
/// <param name="UserId">The network's stable id of the user; unique within the channel.</param>
/// <param name="Handle">The handle, which may change.</param>
/// <param name="Name">The name shown there.</param>
/// <param name="ProfileUrl">The address of the profile.</param>
public sealed record ContactAccount(string Channel, string Network, string UserId, string? Handle, string? Name, string? ProfileUrl);

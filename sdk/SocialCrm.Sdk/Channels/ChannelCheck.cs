namespace SocialCrm.Sdk;

/// <summary>The outcome of a connection test.</summary>
/// <param name="Ok">True when the channel can work.</param>
/// <param name="Message">A sentence for the admin: what was found or what is wrong and what to do. Holds no secret.</param>
public sealed record ChannelCheck(bool Ok, string Message);

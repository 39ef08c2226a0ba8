namespace SocialCrm.Sdk;

/// <summary>The outcome of a connection test of a system of record.</summary>
/// <param name="Ok">True when the system can work.</param>
/// <param name="Message">A sentence for the admin: what was found or what is wrong and what to do. Holds no secret.</param>
public sealed record RecordCheck(bool Ok, string Message);

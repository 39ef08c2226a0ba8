namespace SocialCrm.Sdk;

/// <summary>What went over the wire for one entry. Holds no secret and no header.</summary>
/// <param name="Request">The body that was sent; the host keeps its first 65,536 characters.</param>
/// <param name="Status">The HTTP status of the answer; null without one.</param>
/// <param name="Answer">The beginning of the answer; the host keeps its first 2,000 characters.</param>
public sealed record RecordExchange(string Request, int? Status = null, string? Answer = null);

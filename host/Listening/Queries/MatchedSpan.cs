namespace SocialCrm.Host.Listening;

/// <summary>A place in a text that a query found.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public readonly record struct MatchedSpan(int Start, int Length);

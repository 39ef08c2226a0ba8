namespace SocialCrm.Host.Listening;

/// <summary>Why a query cannot be read.</summary>
/// <param name="Position">Where in the query, in UTF-16 units from 0.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record QueryError(int Position, string Message);

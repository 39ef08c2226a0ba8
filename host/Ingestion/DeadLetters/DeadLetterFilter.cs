using Microsoft.AspNetCore.Mvc;

namespace SocialCrm.Host.Ingestion;

/// <summary>Which dead letters are asked for; what is left out does not matter.</summary>
/// <param name="Channel">Those of this channel.</param>
/// <param name="Error">Those whose error has these words, whether in upper or lower case.</param>
/// <param name="From">Those that failed at this time or after.</param>
/// <param name="To">Those that failed before this time.</param>
public readonly record struct DeadLetterFilter(
    [FromQuery] Guid? Channel, [FromQuery] string? Error, [FromQuery] DateTimeOffset? From, [FromQuery] DateTimeOffset? To)
{
    internal IQueryable<DeadLetter> Of(IQueryable<DeadLetter> letters)
    {
        if (Channel is { } channel)
        {
            letters = letters.Where(d => d.ChannelId == channel);
        }

        if (From?.UtcDateTime is { } from)
        {
            letters = letters.Where(d => d.FailedAt >= from);
        }

        if (To?.UtcDateTime is { } to)
        {
            letters = letters.Where(d => d.FailedAt < to);
        }

        if (string.IsNullOrWhiteSpace(Error))
        {
            return letters;
        }

        // Errors are the server's own words: the databases' idea of lower case is good enough for them.
        var words = Error.Trim().ToLowerInvariant();
#pragma warning disable CA1862 // It becomes SQL, which knows no comparison.
        return letters.Where(d => d.Error.ToLower().Contains(words));
#pragma warning restore CA1862
    }
}

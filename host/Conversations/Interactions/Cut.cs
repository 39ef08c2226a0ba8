using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <summary>Which part of a list of messages is asked for.</summary>
/// <param name="Limit">How many at most.</param>
/// <param name="After">Those before this one, which ended the part before.</param>
internal sealed record Cut(int Limit, Cursor? After)
{
    /// <summary>The newest, and one more that tells whether there is another part.</summary>
    public IQueryable<Interaction> Newest(IQueryable<Interaction> messages)
    {
        if (After is { } place)
        {
            messages = messages.Where(m => m.OccurredAt <= place.Time && (m.OccurredAt < place.Time || m.Id.CompareTo(place.Id) < 0));
        }

        return messages.OrderByDescending(m => m.OccurredAt).ThenByDescending(m => m.Id).Take(Limit + 1);
    }
}

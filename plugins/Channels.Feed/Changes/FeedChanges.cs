using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SocialCrm.Plugins.Channels.Feed.Reading;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Feed.Changes;

/// <summary>What a feed holds that was not seen before: new entries, and entries that say something else now.</summary>
/// <param name="Messages">Oldest first, at most one batch.</param>
/// <param name="Cursor">With these taken as seen.</param>
/// <param name="HasMore">Whether there are more than fit into the batch.</param>
internal sealed record FeedChanges(IReadOnlyList<InboundMessage> Messages, FeedCursor Cursor, bool HasMore)
{
    public static FeedChanges Since(FeedDocument feed, FeedCursor known, string? authorName, DateTimeOffset now)
    {
        var before = new Dictionary<ulong, ulong>();
        foreach (var seen in known.Seen)
        {
            before[seen.Key] = seen.Content;
        }

        var (messages, present, hasMore) = (new List<InboundMessage>(), new Dictionary<ulong, SeenEntry>(), false);

        // A feed begins with the newest, the messages with the oldest. Of two with one key the newer counts.
        foreach (var entry in feed.Entries.DistinctBy(e => e.Id).Reverse())
        {
            var seen = new SeenEntry(Hash(entry.Id), Hash($"{entry.Title}\n{entry.Text}\n{entry.Link}\n{entry.Updated:O}"));
            var isKnown = before.TryGetValue(seen.Key, out var content);
            if (!isKnown || content != seen.Content)
            {
                if (messages.Count == PollResult.MaxMessages)
                {
                    hasMore = true;
                    continue;
                }

                messages.Add(FeedMessage.Of(entry, feed, authorName, isKnown, now));
            }

            present[seen.Key] = seen;
        }

        // That an entry has left the feed does not mean that it was taken down: feeds hold the newest few.
        var remembered = present.Values.Concat(known.Seen.Where(s => !present.ContainsKey(s.Key))).Take(FeedCursor.MostSeen);
        return new FeedChanges(messages, known with { Seen = [.. remembered] }, hasMore);
    }

    private static ulong Hash(string text) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

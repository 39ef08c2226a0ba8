using System.Text;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>The queue in which an author's messages keep their order: one bucket of a stable hash over the author.</summary>
public readonly record struct LaneKey(Guid TenantId, LaneClass Class, short Bucket)
{
    /// <summary>Stored with the messages: changing it would let an author's messages overtake each other.</summary>
    public const int BucketsOfScope = 64;

    private const int Scopes = (short.MaxValue + 1) / BucketsOfScope;

    /// <summary>Each scope, such as a channel, has buckets of its own: a flood on one channel waits behind itself and not before the others.</summary>
    public static short BucketOf(string scope, string author) =>
        InScope(scope, (short)(Hash($"{scope}\n{author}") % BucketsOfScope));

    /// <summary>The same for a bucket of a message that was registered while all scopes shared theirs; others stay as they are.</summary>
    public static short InScope(string scope, short bucket) =>
        bucket is >= 0 and < BucketsOfScope ? (short)(((int)(Hash(scope) % Scopes) * BucketsOfScope) + bucket) : bucket;

    /// <summary>
    /// The author's lane. What the organisation itself wrote belongs to the customer's, who is known only once it is applied:
    /// those of one thread begin in one lane, and are moved from there.
    /// </summary>
    public static short FirstBucketOf(string scope, InboundMessage message) => BucketOf(
        scope, message.Direction == MessageDirection.Outbound ? message.Thread ?? message.InReplyTo ?? message.ExternalId : message.Author?.Id ?? message.ExternalId);

    // FNV-1a: the same on every node and in every version.
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ value) * 1099511628211UL;
        }

        return hash ^ (hash >> 32);
    }
}

using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// In which lane a run met the messages and threads of a file, so that answers go right behind what they answer. A hint: an
/// answer in another lane finds its way when it is applied.
/// </summary>
internal sealed class LaneHints
{
    private const int Most = 200_000;

    private readonly Dictionary<string, short> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, short> _threads = new(StringComparer.Ordinal);

    public short BucketOf(string scope, InboundMessage message)
    {
        if (_messages.Count > Most)
        {
            _messages.Clear();
            _threads.Clear();
        }

        var bucket = message.Direction == MessageDirection.Inbound ? LaneKey.FirstBucketOf(scope, message)
            : message.InReplyTo is { } answered && _messages.TryGetValue(answered, out var lane) ? lane
            : message.Thread is { } thread && _threads.TryGetValue(thread, out lane) ? lane
            : LaneKey.FirstBucketOf(scope, message);
        _messages[message.ExternalId] = bucket;
        if (message is { Direction: MessageDirection.Inbound, Thread: { } key })
        {
            _threads[key] = bucket;
        }

        return bucket;
    }
}

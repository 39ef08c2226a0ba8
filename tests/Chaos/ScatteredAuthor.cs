using System.Text;

namespace SocialCrm.Chaos;

/// <summary>Somebody whose messages, edits and deletions are delivered in no order at all: the last word counts.</summary>
public sealed class ScatteredAuthor
{
    private const int Messages = 12;
    private const int MostRevisions = 4;
    private readonly Dictionary<string, int> _revisions = [];
    private readonly HashSet<string> _deleted = [];

    public ScatteredAuthor(string id, Random random)
    {
        Id = id;
        foreach (var message in Enumerable.Range(0, Messages).Select(n => $"{id}-{n}"))
        {
            _revisions[message] = random.Next(1, MostRevisions + 1);
            if (random.Next(4) == 0)
            {
                _deleted.Add(message);
            }
        }
    }

    public string Id { get; }

    /// <summary>What is to be seen of each message.</summary>
    public Dictionary<string, string> Expected => _revisions.ToDictionary(
        m => m.Key, m => _deleted.Contains(m.Key) ? "taken down" : SentMessage.TextOf(m.Key, m.Value));

    public byte[][] Requests() =>
    [
        .. _revisions.SelectMany(m => Enumerable.Range(1, m.Value).Select(revision => WebhookEvent.Of(Id, revision == 1 ? "message" : "edited", m.Key, revision)))
            .Concat(_deleted.Select(m => WebhookEvent.Of(Id, "deleted", m, MostRevisions + 1)))
            .Select(e => Encoding.UTF8.GetBytes(e.ToJsonString())),
    ];
}

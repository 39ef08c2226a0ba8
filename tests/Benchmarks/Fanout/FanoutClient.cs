using SocialCrm.Benchmarks.Live;

namespace SocialCrm.Benchmarks.Fanout;

/// <summary>One open workspace, and when it first heard of each conversation.</summary>
internal sealed class FanoutClient(int tenant)
{
    private readonly Dictionary<Guid, long> _heard = [];
    private readonly List<long> _unnamed = [];

    public int Tenant => tenant;

    public IReadOnlyDictionary<Guid, long> Heard => _heard;

    /// <summary>Hints that name no conversation, because there were too many: the client looks at all that it shows.</summary>
    public int Unnamed => _unnamed.Count;

    // A link calls this for one hint after the other.
    public void Hear(WorkspaceHint hint)
    {
        foreach (var conversation in hint.Conversations)
        {
            _heard.TryAdd(conversation, hint.HeardAt);
        }

        if (hint.Conversations.Count == 0)
        {
            _unnamed.Add(hint.HeardAt);
        }
    }

    /// <summary>When it heard of a conversation that a message posted then began; null when it never did.</summary>
    public long? HeardOf(Guid conversation, long posted) =>
        _heard.TryGetValue(conversation, out var at) ? at : _unnamed.FindIndex(u => u > posted) is >= 0 and var i ? _unnamed[i] : null;
}

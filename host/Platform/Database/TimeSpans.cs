namespace SocialCrm.Host.Platform.Database;

/// <summary>Some spans of time, the newest first, none touching another.</summary>
public sealed class TimeSpans
{
    private readonly List<DateTime> _from = [];
    private readonly List<DateTime> _until = [];

    /// <summary>When each begins.</summary>
    public IReadOnlyList<DateTime> From => _from;

    /// <summary>When each is over: the first moment that is not in it.</summary>
    public IReadOnlyList<DateTime> Until => _until;

    /// <summary>How many messages are said to lie in them.</summary>
    public long Messages { get; private set; }

    /// <summary>Adds one that is older than all before it.</summary>
    public void Add(DateTime from, DateTime until, long messages)
    {
        Messages += messages;
        if (_from.Count > 0 && _from[^1] == until)
        {
            _from[^1] = from;
            return;
        }

        _from.Add(from);
        _until.Add(until);
    }
}

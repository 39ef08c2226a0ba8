using System.Text.Json;

namespace SocialCrm.Benchmarks.Live;

/// <summary>What a client hears of a change.</summary>
/// <param name="HeardAt">When, as a timestamp.</param>
/// <param name="Conversations">Which conversations; none means all that are shown.</param>
internal sealed record WorkspaceHint(long HeardAt, IReadOnlyList<Guid> Conversations)
{
    private const int Invocation = 1;
    private const int Close = 7;

    /// <summary>Null for what is no hint about conversations, such as a ping.</summary>
    public static WorkspaceHint? Read(ReadOnlySpan<byte> record, long now)
    {
        var reader = new Utf8JsonReader(record);
        using var message = JsonDocument.ParseValue(ref reader);
        var root = message.RootElement;
        var type = root.TryGetProperty("type", out var number) ? number.GetInt32() : 0;
        if (type == Close || root.TryGetProperty("error", out _))
        {
            throw new InvalidOperationException($"The workspace hub said: {root.GetRawText()}");
        }

        return type == Invocation && root.GetProperty("target").ValueEquals("changed")
            ? new WorkspaceHint(now, [.. root.GetProperty("arguments")[0].GetProperty("conversations").EnumerateArray().Select(c => c.GetGuid())])
            : null;
    }
}

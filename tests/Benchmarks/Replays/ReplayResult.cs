using System.Globalization;
using System.Text.Json.Nodes;

namespace SocialCrm.Benchmarks.Replays;

/// <summary>What a dry run took.</summary>
internal sealed record ReplayResult(string Database, long Messages, long Conversations, TimeSpan Took, TimeSpan Server, TimeSpan DatabaseTime)
{
    private double PerSecond => Messages / Took.TotalSeconds;

    public string Table() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Messages:N0} messages and {Conversations:N0} open conversations tried on {Database}: {PerSecond:N0} messages/s; processor time a message: server {Each(Server):0} µs, database {Each(DatabaseTime):0} µs\n");

    public string Json() => new JsonObject
    {
        ["benchmark"] = "replay",
        ["database"] = Database,
        ["messages"] = Messages,
        ["conversations"] = Conversations,
        ["messagesPerSecond"] = Math.Round(PerSecond, 1),
        ["serverMicrosecondsPerMessage"] = Math.Round(Each(Server), 1),
        ["databaseMicrosecondsPerMessage"] = Math.Round(Each(DatabaseTime), 1),
    }.ToJsonString();

    private double Each(TimeSpan used) => used.TotalMicroseconds / Math.Max(1, Messages);
}

using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>A part of history: from a time on and up to another, on some channels, with some words. What is not said is not asked for.</summary>
public sealed record MessageSpan(DateTime? From = null, DateTime? To = null, IReadOnlyCollection<Guid>? Channels = null, SearchWords? Words = null)
{
    public static MessageSpan All { get; } = new();

    /// <summary>The conditions on a row of the messages, each with AND before it.</summary>
    internal string Condition(SqlDialect dialect, Guid tenantId, SqlParameters parameters)
    {
        var condition = "";
        if (From is { } from)
        {
            parameters["from"] = from;
            condition += " AND occurred_at >= @from";
        }

        if (To is { } to)
        {
            parameters["to"] = to;
            condition += " AND occurred_at < @to";
        }

        if (Channels is { Count: > 0 } channels)
        {
            parameters["channels"] = channels.ToArray();
            condition += $" AND channel_id {dialect.AnyOf("@channels")}";
        }

        if (Words is { } words)
        {
            parameters["words"] = dialect.SearchTerm(words, tenantId);
            condition += $" AND id IN ({dialect.SearchFor("interactions", "id").Replace("{0}", "@words", StringComparison.Ordinal).Replace("{1}", "@tenant", StringComparison.Ordinal)})";
        }

        return condition;
    }
}

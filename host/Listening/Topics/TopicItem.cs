namespace SocialCrm.Host.Listening;

/// <summary>Something that is listened for.</summary>
/// <param name="Id">The topic's id.</param>
/// <param name="Key">The value of the label topic that matching messages carry; it never changes.</param>
/// <param name="Name">Its name.</param>
/// <param name="Query">What is looked for.</param>
/// <param name="Kind">subject, brand (the organisation's own) or competitor.</param>
/// <param name="Competitor">True for a competitor.</param>
/// <param name="Color">As #rrggbb; null for none.</param>
/// <param name="Enabled">False while nothing new is labelled with it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="History">How far it was applied to the messages that were there; null where it never was.</param>
public sealed record TopicItem(
    Guid Id, string Key, string Name, string Query, TopicKind Kind, bool Competitor, string? Color, bool Enabled, DateTime CreatedAt, TopicHistory? History)
{
    internal static TopicItem Of(Topic topic, HistoryRun? run) => new(
        topic.Id, topic.Key, topic.Name, topic.Query, topic.Kind, topic.Kind == TopicKind.Competitor, topic.Color, topic.Enabled, topic.CreatedAt,
        run is null ? null : new TopicHistory(run.State, run.Looked, run.Total, run.Changed, run.StartedAt, run.FinishedAt));
}

/// <param name="State">running, done, cancelled or failed.</param>
/// <param name="Looked">How many messages were looked at, the newest first.</param>
/// <param name="Total">How many there were when it began; null while it is about to.</param>
/// <param name="Changed">How many got the topic or lost it.</param>
/// <param name="StartedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it ended; null while it goes on.</param>
public sealed record TopicHistory(HistoryRunState State, long Looked, long? Total, long Changed, DateTime StartedAt, DateTime? FinishedAt);

namespace SocialCrm.Host.Channels;

/// <summary>A table with one row for each thing that is fetched from, with the columns of <see cref="ChannelPoll"/>.</summary>
/// <param name="Name">The table.</param>
/// <param name="Key">The column with the id of what is fetched from.</param>
/// <param name="Condition">What must hold for a row <c>p</c> to be handed out, besides being due.</param>
public sealed record PollTable(string Name, string Key, string Condition)
{
    public static PollTable Channels { get; } = new(
        "channel_polls",
        "channel_id",
        "EXISTS (SELECT 1 FROM channels c WHERE c.tenant_id = p.tenant_id AND c.id = p.channel_id AND c.enabled AND c.deleted_at IS NULL)");
}

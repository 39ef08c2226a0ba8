namespace SocialCrm.Host.Analytics;

/// <summary>What messages are counted by. The topic is empty in the cells that hold every message once.</summary>
internal readonly record struct RollupCell(string Topic, int Slot, Guid ChannelId, short Direction, short Type, short Sentiment)
{
    public const string AnyTopic = "";

    /// <summary>The cells that hold every message with a topic once, however many it has. No label can have this value.</summary>
    public const string SomeTopic = "\u0001";
}

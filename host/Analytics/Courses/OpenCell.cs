namespace SocialCrm.Host.Analytics;

/// <summary>By what changes of the number of open conversations are counted.</summary>
internal readonly record struct OpenCell(int Slot, Guid ChannelId, bool Ours);

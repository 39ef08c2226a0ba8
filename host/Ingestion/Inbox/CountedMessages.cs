namespace SocialCrm.Host.Ingestion;

/// <summary>How many messages of a channel wait in the inbox.</summary>
internal sealed record CountedMessages(Guid Tenant, Guid Channel, bool Import, long Count, DateTime Oldest);

namespace SocialCrm.Host.Ingestion;

/// <summary>By what a message is known within a tenant.</summary>
internal readonly record struct MessageKey(Guid ChannelId, string ExternalId);

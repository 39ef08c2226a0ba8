namespace SocialCrm.Benchmarks.Ingest;

/// <param name="Id">The conversation.</param>
/// <param name="TenantId">Whose it is.</param>
/// <param name="MessageId">What its sender called a message of it.</param>
internal sealed record StoredConversation(Guid Id, Guid TenantId, string MessageId);

namespace SocialCrm.Host.Channels;

/// <summary>The right to fetch from a channel or another system, until it ends or another epoch begins.</summary>
/// <param name="TenantId">Whose it is.</param>
/// <param name="SourceId">The channel or system.</param>
/// <param name="Epoch">With which everything is written.</param>
/// <param name="Cursor">How far it has come.</param>
/// <param name="Failures">How many polls in a row did not work.</param>
/// <param name="DueAt">When the poll was due.</param>
/// <param name="StartedAt">When it was claimed, by the database's clock.</param>
public sealed record PollLease(Guid TenantId, Guid SourceId, long Epoch, string? Cursor, int Failures, DateTime DueAt, DateTime StartedAt)
{
    /// <summary>Where its row lies.</summary>
    public PollTable Table { get; init; } = PollTable.Channels;
}

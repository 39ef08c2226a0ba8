using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>Counts, in the transaction of a batch, what becomes of the messages of imports.</summary>
internal sealed class ImportTally(SqlSession session, Guid tenantId, TimeProvider time)
{
    private readonly Dictionary<Guid, (int Accepted, int Duplicates)> _counts = [];
    private readonly List<WaitingAnswer> _waiting = [];

    public void Accept(PendingMessage message) => Count(message, 1, 0);

    public void Repeat(PendingMessage message) => Count(message, 0, 1);

    /// <summary>An imported answer waits for its conversation; any other that has none is a fault that a person must see.</summary>
    public void Park(PendingMessage message) => _waiting.Add(new WaitingAnswer
    {
        TenantId = tenantId,
        ImportId = message.ImportId ?? throw new UnplacedMessageException(),
        Line = message.RawIndex,
        ChannelId = message.ChannelId,
        Bucket = message.Lane.Bucket,
        RawEventId = message.RawEventId,
        Payload = message.Payload,
        ReceivedAt = message.ReceivedAt,
    });

    public async Task SaveAsync(CancellationToken ct)
    {
        await session.InsertAsync(WaitingAnswer.Table, _waiting, OnConflict.Skip, ct);
        await session.InsertAsync(ImportCount.Table, [.. _counts.Select(c => Row(c.Key, c.Value.Accepted, c.Value.Duplicates))], OnConflict.Fail, ct);
    }

    /// <summary>A message that went to the dead letters.</summary>
    public static async Task FailAsync(SqlSession session, Guid tenantId, PendingMessage message, string reason, TimeProvider time, CancellationToken ct)
    {
        if (message.ImportId is { } import)
        {
            var error = new ImportError { TenantId = tenantId, ImportId = import, Line = message.RawIndex, Field = "", Message = $"It could not be applied and waits among the dead letters. {reason}" };
            await session.InsertAsync(ImportError.Table, [error], OnConflict.Skip, ct);
            await session.InsertAsync(ImportCount.Table, [Failed(tenantId, import, 1, time)], OnConflict.Fail, ct);
        }
    }

    public static ImportCount Failed(Guid tenantId, Guid importId, int count, TimeProvider time) => new()
    {
        TenantId = tenantId,
        ImportId = importId,
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Accepted = 0,
        Duplicates = 0,
        Failed = count,
    };

    private void Count(PendingMessage message, int accepted, int duplicates)
    {
        if (message.ImportId is { } import)
        {
            var before = _counts.GetValueOrDefault(import);
            _counts[import] = (before.Accepted + accepted, before.Duplicates + duplicates);
        }
    }

    private ImportCount Row(Guid importId, int accepted, int duplicates) => new()
    {
        TenantId = tenantId,
        ImportId = importId,
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Accepted = accepted,
        Duplicates = duplicates,
        Failed = 0,
    };
}

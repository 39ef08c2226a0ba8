using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>Reads the next block of a file and puts its rows into the inbox, together with the place that was reached.</summary>
internal sealed class ImportReading(ICrmDatabase database, ChannelCalls calls, InboxNews news, IngestionMetrics metrics, TimeProvider time)
{
    /// <summary>The import as it stands then; null when it was taken from us.</summary>
    public async Task<ImportClaim?> StepAsync(ImportClaim import, ConfiguredChannel channel, LaneHints hints, CancellationToken ct)
    {
        var bytes = await BytesAsync(import, ct);
        var block = new ImportBlock
        {
            Mapping = ImportMappings.Read(import.Mapping),
            Bytes = bytes,
            Line = import.NextLine,
            IsLast = import.Position + bytes.Length >= import.Size,
            State = import.ReaderState,
        };
        var found = bytes.IsEmpty ? new ImportedBlock { Consumed = 0, NextLine = import.NextLine } : await calls.ReadAsync(channel, block, ct);
        var raw = Raw(import, bytes[..found.Consumed]);
        var rows = new ImportRows(channel, import.Id, raw, hints);
        foreach (var row in found.Rows)
        {
            rows.Take(row);
        }

        var next = Next(import, found, rows);
        return await StoreAsync(next, found.Error?.Message, raw, rows, ct) ? next : null;
    }

    private async Task<ReadOnlyMemory<byte>> BytesAsync(ImportClaim import, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return await ImportFile.ReadAsync(session, import.TenantId, import.Id, import.Position, ImportBlock.LargestSize, ct);
    }

    private static ImportClaim Next(ImportClaim import, ImportedBlock found, ImportRows rows) => import with
    {
        State = found.Error is not null ? ImportState.Failed : import.Position + found.Consumed >= import.Size ? ImportState.Processing : ImportState.Reading,
        Position = import.Position + found.Consumed,
        NextLine = found.NextLine,
        ReaderState = found.State,
        Rows = import.Rows + found.Rows.Count,
        Queued = import.Queued + rows.Items.Count,
        Attempts = 0,
    };

    private async Task<bool> StoreAsync(ImportClaim next, string? failure, RawEvent raw, ImportRows rows, CancellationToken ct)
    {
        var lanes = rows.Items.Select(i => new LaneKey(i.TenantId, i.Class, i.Bucket)).Distinct().OrderBy(l => l.Bucket).ToList();
        await using (var session = await database.WriteAsync(ct))
        {
            if (!await next.SaveAsync(session, next.State == ImportState.Failed ? time.GetUtcNow().UtcDateTime : null, failure, ct))
            {
                return false;
            }

            await session.InsertAsync(InboxTables.Lanes, lanes, OnConflict.Skip, ct);
            await session.InsertAsync(InboxTables.RawEvents, raw.Body.Length > 0 ? [raw] : [], OnConflict.Fail, ct);
            await session.InsertAsync(ImportError.Table, rows.Errors, OnConflict.Skip, ct);
            await InboxTables.AppendAsync(session, rows.Items, ct);
            if (next.State == ImportState.Failed)
            {
                await ImportFile.ForgetAsync(session, next.TenantId, next.Id, ct);
            }

            await session.CommitAsync(ct);
        }

        news.Appended(rows.Items);
        metrics.Accepted(rows.Items.Count);
        return true;
    }

    private RawEvent Raw(ImportClaim import, ReadOnlyMemory<byte> bytes)
    {
        var now = time.GetUtcNow();
        return new RawEvent
        {
            TenantId = import.TenantId,
            Id = Guid.CreateVersion7(now),
            ChannelId = import.ChannelId,
            ContentType = $"application/vnd.socialcrm.import; id={import.Id}; line={import.NextLine}",
            Body = bytes.ToArray(),
            ReceivedAt = now.UtcDateTime,
        };
    }
}

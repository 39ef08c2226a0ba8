using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Shows systems to people, without their secrets.</summary>
internal sealed class RecordSystemItems(CrmDbContext db, RecordCalls calls, RecordSecrets secrets, TimeProvider time)
{
    private const int MostCounted = 10_000;

    public async Task<RecordSystemItem> OfAsync(RecordSystem system, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var kind = calls.Kind(system);
        var secretsSet = system.SecretsSet(secrets);
        var delivering = await DeliveringAsync(system, now, ct);
        var pulling = calls.Pulls(system) ? await PullingAsync(system, now, ct) : null;
        var (status, reason) = Condition(system, delivering, pulling);
        return new RecordSystemItem(
            system.Id,
            system.Kind,
            kind?.Descriptor.Name ?? system.Kind,
            system.Name,
            system.Enabled,
            system.Shown(kind?.Settings ?? [], secretsSet),
            secretsSet,
            system.SigningSecret is not null,
            FieldMapping.Read(system.Mapping),
            system.CreatedAt,
            status,
            reason,
            delivering,
            pulling,
            await SendingAsync(system, ct));
    }

    private (RecordSystemStatus Status, string? Reason) Condition(RecordSystem system, DeliveringHealth delivering, PullingHealth? pulling) =>
        !system.Enabled ? (RecordSystemStatus.Disabled, "Switched off: it is told nothing and nothing is pulled from it.")
        : delivering.StoppedAt is not null ? (RecordSystemStatus.Stopped, delivering.LastError)
        : pulling?.StoppedAt is not null ? (RecordSystemStatus.Stopped, pulling.LastError)
        : calls.WhyUnavailable(system) is { } problem ? (RecordSystemStatus.Unavailable, problem)
        : delivering.ConsecutiveErrors > 0 ? (RecordSystemStatus.Failing, delivering.LastError)
        : pulling?.ConsecutiveErrors > 0 ? (RecordSystemStatus.Failing, pulling.LastError)
        : delivering.BackOffUntil is not null ? (RecordSystemStatus.Waiting, delivering.LastError)
        : delivering.LastSuccessAt is null && pulling?.LastSuccessAt is null ? (RecordSystemStatus.Waiting, "Nothing has gone to it yet.")
        : (RecordSystemStatus.Ok, null);

    private async Task<DeliveringHealth> DeliveringAsync(RecordSystem system, DateTime now, CancellationToken ct)
    {
        var flow = await db.Set<RecordFlow>().AsNoTracking().SingleOrDefaultAsync(f => f.SystemId == system.Id, ct);
        var all = db.Set<RecordDelivery>().Where(d => d.SystemId == system.Id);
        var waiting = all.Where(d => d.State < RecordDeliveryState.Sent);
        var queued = await waiting.Take(MostCounted).CountAsync(ct);
        return new DeliveringHealth(
            queued,
            await all.Where(d => d.State > RecordDeliveryState.Sent).Take(MostCounted).CountAsync(ct),
            queued == 0 ? null : await waiting.MinAsync(d => (DateTime?)d.CreatedAt, ct),
            flow?.LastSuccessAt,
            flow?.LastErrorAt,
            flow?.LastError,
            flow?.Failures ?? 0,
            flow?.BackoffUntil > now ? flow.BackoffUntil : null,
            flow?.StoppedAt);
    }

    private async Task<SendingProgress?> SendingAsync(RecordSystem system, CancellationToken ct) =>
        await db.Set<SendingRun>().AsNoTracking().SingleOrDefaultAsync(r => r.SystemId == system.Id, ct) is { } run
            ? SendingProgress.Of(run, await db.Set<RecordDelivery>().CountAsync(d => d.SystemId == system.Id && d.OfAll && d.State < RecordDeliveryState.Sent, ct))
            : null;

    private async Task<PullingHealth?> PullingAsync(RecordSystem system, DateTime now, CancellationToken ct)
    {
        // Without its cursor, which may be long.
        var pull = await db.Set<RecordPull>().Where(p => p.SystemId == system.Id)
            .Select(p => new { p.LeasedUntil, p.LastPollAt, p.LastSuccessAt, p.DueAt, p.Failures, p.LastError, p.BackoffUntil, p.StoppedAt, p.CursorAt, p.Notice })
            .SingleOrDefaultAsync(ct);
        return pull is null ? null : new PullingHealth(
            pull.LeasedUntil > now,
            pull.LastPollAt,
            pull.LastSuccessAt,
            pull.StoppedAt is null && system.Enabled ? pull.DueAt : null,
            pull.Failures,
            pull.LastError,
            pull.BackoffUntil > now ? pull.BackoffUntil : null,
            pull.StoppedAt,
            pull.CursorAt,
            pull.Notice,
            await db.Set<RecordLink>().CountAsync(l => l.SystemId == system.Id, ct));
    }
}

using System.Data.Common;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Mail;

/// <summary>An e-mail that this node may send until its lease ends.</summary>
internal sealed record MailClaim(Guid Id, string Address, string Subject, byte[] Content, int Attempts, long Fence)
{
    private const int MostAttempts = 30;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private static readonly string Due =
        $"FROM mails WHERE content IS NOT NULL AND ((state = {(short)MailState.Queued} AND due_at <= @now) OR (state = {(short)MailState.Sending} AND leased_until < @now))";

    /// <summary>Claims what is due, and what a node that died held: a mail may come twice, and never not at all.</summary>
    public static async Task<List<MailClaim>> TakeAsync(ICrmDatabase database, int most, CancellationToken ct)
    {
        await using (var look = await database.ReadAsync(ct))
        {
            if (await look.ScalarAsync<long>($"SELECT count(*) {Due}", new() { ["now"] = await look.NowAsync(ct) }, ct) == 0)
            {
                return [];
            }
        }

        await using var session = await database.WriteAsync(ct);
        var now = await session.NowAsync(ct);
        var due = await session.QueryAsync(
            $"SELECT id, address, subject, content, attempts, fence {Due} ORDER BY due_at LIMIT @most{session.Dialect.ForUpdateSkipLocked}",
            new() { ["now"] = now, ["most"] = most },
            Read,
            ct);
        await session.UpdateAsync(Leased(now + Lease), due, ct);
        await session.CommitAsync(ct);
        return due;
    }

    /// <summary>Writes what became of it, unless another node has taken it over.</summary>
    public async Task SettleAsync(ICrmDatabase database, MailOutcome outcome)
    {
        var failed = !outcome.Delivered && (outcome.ForGood || Attempts >= MostAttempts);
        await using var session = await database.WriteAsync(CancellationToken.None);
        var now = await session.NowAsync(CancellationToken.None);
        var sent = outcome.Delivered ? ", content = NULL, sent_at = @now" : "";
        await session.ExecuteAsync(
            $"UPDATE mails SET state = @state, reason = @reason, due_at = @due, leased_until = NULL{sent} WHERE id = @id AND fence = @fence",
            new()
            {
                ["state"] = (short)(outcome.Delivered ? MailState.Sent : failed ? MailState.Failed : MailState.Queued),
                ["reason"] = outcome.Reason is { Length: > OutgoingMail.LongestReason } reason ? reason[..OutgoingMail.LongestReason] : outcome.Reason,
                ["due"] = now + Wait(Attempts),
                ["now"] = now,
                ["id"] = Id,
                ["fence"] = Fence,
            },
            CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
    }

    /// <summary>Twice as long each time, never the same for two.</summary>
    private static TimeSpan Wait(int attempts)
    {
        var wait = FirstWait * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        return (wait > LongestWait ? LongestWait : wait) * (0.8 + (0.4 * Random.Shared.NextDouble()));
    }

    private static SqlTable<MailClaim> Leased(DateTime until) => new(
        "mails",
        new("id", SqlType.Uuid, m => m.Id, IsKey: true),
        new("state", SqlType.SmallInt, _ => (short)MailState.Sending),
        new("attempts", SqlType.Integer, m => m.Attempts),
        new("fence", SqlType.BigInt, m => m.Fence),
        new("leased_until", SqlType.Timestamp, _ => until));

    private static MailClaim Read(DbDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), (byte[])row.GetValue(3), row.GetInt32(4) + 1, row.GetInt64(5) + 1);
}

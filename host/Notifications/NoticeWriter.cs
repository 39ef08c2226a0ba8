using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Notifications;

/// <summary>Writes notifications in the transaction that causes them: a statement a notice, however many people it is for.</summary>
public static class NoticeWriter
{
    /// <summary>May wait for the session's next read or its commit. Gives those who have news, for the live feed.</summary>
    public static async Task<IReadOnlyList<Guid>> WriteAsync(
        SqlSession session, Guid tenantId, IReadOnlyCollection<Notice> notices, TimeProvider time, CancellationToken ct)
    {
        // In one order, so that batches which tell the same people wait for each other and do not lock each other out.
        var sorted = notices.Where(n => n.People.Count > 0).GroupBy(n => (n.Kind, n.SubjectId)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.SubjectId).ToList();
        foreach (var group in sorted)
        {
            foreach (var notice in group)
            {
                await session.ExecuteLaterAsync(Sql(session.Dialect), Values(tenantId, notice, time.GetUtcNow()), ct);
            }
        }

        return [.. sorted.SelectMany(g => g).SelectMany(n => n.People).Distinct()];
    }

    private static string Sql(SqlDialect dialect) =>
        $"""
        INSERT INTO notifications (tenant_id, user_id, id, kind, subject_id, target_id, actor, about, count, since, at, in_app, mail)
        SELECT @tenant, r.value, @id, @kind, @subject, @target, @actor, @about, 1, @now, @now, COALESCE(c.in_app, @in_app), COALESCE(c.mail, @mail)
        FROM {dialect.Values("@people")} r
        LEFT JOIN notification_choices c ON c.tenant_id = @tenant AND c.user_id = r.value AND c.kind = @kind
        WHERE COALESCE(c.in_app, @in_app) OR COALESCE(c.mail, @mail) <> 0
        ORDER BY r.value
        ON CONFLICT (tenant_id, user_id, kind, subject_id) WHERE read_at IS NULL DO UPDATE SET
        count = notifications.count + 1, at = EXCLUDED.at, target_id = EXCLUDED.target_id, actor = EXCLUDED.actor, about = EXCLUDED.about
        """;

    private static SqlParameters Values(Guid tenantId, Notice notice, DateTimeOffset now) => new()
    {
        ["tenant"] = tenantId,
        ["people"] = notice.People.Distinct().ToArray(),
        ["id"] = Guid.CreateVersion7(now),
        ["kind"] = (short)notice.Kind,
        ["subject"] = notice.SubjectId,
        ["target"] = notice.TargetId ?? notice.SubjectId,
        ["actor"] = Cut(notice.Actor),
        ["about"] = Cut(notice.About),
        ["now"] = now.UtcDateTime,
        ["in_app"] = true,
        ["mail"] = (short)NotificationChoice.UsualMail(notice.Kind),
    };

    private static string Cut(string text) => text.Length <= Notification.LongestText
        ? text
        : text[..(char.IsHighSurrogate(text[Notification.LongestText - 2]) ? Notification.LongestText - 2 : Notification.LongestText - 1)] + "…";
}

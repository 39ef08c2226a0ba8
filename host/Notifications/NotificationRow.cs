using System.Data.Common;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Notifications;

/// <summary>A notification on its way into an e-mail.</summary>
internal sealed record NotificationRow(
    Guid TenantId, Guid UserId, Guid Id, NotificationKind Kind, Guid TargetId, string Actor, string About, int Count, bool InApp, DateTime? ReadAt)
{
    public const string Columns = "tenant_id, user_id, id, kind, target_id, actor, about, count, in_app, read_at";

    public static NotificationRow Read(DbDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), (NotificationKind)row.GetInt16(3), row.GetGuid(4), row.GetString(5), row.GetString(6), row.GetInt32(7),
        row.GetBoolean(8), row.OptionalTime(9));

    /// <summary>Mailed is done; what is not listed in the workspace is read with that.</summary>
    public static SqlTable<NotificationRow> Mailed(DateTime now) => new(
        "notifications",
        new("tenant_id", SqlType.Uuid, n => n.TenantId, IsKey: true),
        new("user_id", SqlType.Uuid, n => n.UserId, IsKey: true),
        new("id", SqlType.Uuid, n => n.Id, IsKey: true),
        new("mail", SqlType.SmallInt, _ => (short)MailTiming.Off),
        new("read_at", SqlType.Timestamp, n => n.ReadAt ?? (n.InApp ? null : now)));
}

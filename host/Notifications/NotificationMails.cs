using SocialCrm.Host.Access;
using SocialCrm.Host.Mail;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Notifications;

/// <summary>Puts notifications into e-mails, one a person, in the transaction that notes them as mailed.</summary>
internal sealed class NotificationMails(MailBox box, TimeProvider time)
{
    private const int MostShown = 50;

    public bool CanMail => box.IsSet;

    public async Task WriteAsync(SqlSession session, IReadOnlyList<NotificationRow> rows, bool daily, CancellationToken ct)
    {
        foreach (var tenant in rows.GroupBy(r => r.TenantId))
        {
            var unread = tenant.Where(r => r.ReadAt is null).GroupBy(r => r.UserId).ToList();
            var people = await ActivePeople.AddressesAsync(session, tenant.Key, [.. unread.Select(u => u.Key)], ct);
            var mails = unread.Where(u => people.ContainsKey(u.Key)).Select(u => Mail(people[u.Key], [.. u], daily)).ToList();
            await session.InsertAsync(OutgoingMail.Table, mails, OnConflict.Fail, ct);
        }

        await session.UpdateAsync(NotificationRow.Mailed(time.GetUtcNow().UtcDateTime), rows, ct);
    }

    private OutgoingMail Mail((string Address, string Organisation) person, List<NotificationRow> rows, bool daily)
    {
        var lines = rows.Take(MostShown).Select(Line).ToList();
        if (rows.Count > MostShown)
        {
            lines.Add(new MailLine($"And {rows.Count - MostShown} more.", box.Page("notifications"), "See all"));
        }

        var subject = rows.Count == 1 ? NotificationText.Of(rows[0]) : $"{rows.Count} notifications";
        var content = new MailContent(
            $"{subject} – {person.Organisation}",
            lines,
            $"You get this {(daily ? "once a day" : "at once")} because you chose so. Change it at {box.Page("notification-settings")}");
        return box.Write(daily ? "digest" : "notification", person.Address, content);
    }

    private MailLine Line(NotificationRow row) => new(
        NotificationText.Of(row) + ".", box.Page(NotificationText.Page(row)), NotificationText.LinkLabel(row.Kind));
}

using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <summary>Reads the newest rows of each table of a timeline and merges them in the order of time and id.</summary>
internal sealed class TimelineReader(CrmDbContext db, IQueryable<Interaction> messages, IQueryable<Conversation> conversations)
{
    private static readonly DateTime End = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

    public async Task<List<TimelineRow>> ReadAsync(int most, Cursor? after, CancellationToken ct)
    {
        var (time, id) = after is { } place ? (place.Time, place.Id) : (End, Guid.AllBitsSet);
        var rows = (await MessagesAsync(time, id, most, ct)).ConvertAll(TimelineRow.Of);
        rows.AddRange((await NotesAsync(time, id, most, ct)).ConvertAll(TimelineRow.Of));
        rows.AddRange((await EventsAsync(time, id, most, ct)).ConvertAll(TimelineRow.Of));
        rows.AddRange((await OpeningsAsync(time, id, most, ct)).ConvertAll(TimelineRow.Of));
        return [.. rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(most)];
    }

    private Task<List<Interaction>> MessagesAsync(DateTime time, Guid id, int most, CancellationToken ct) =>
        messages.AsNoTracking().Where(m => m.OccurredAt <= time && (m.OccurredAt < time || m.Id.CompareTo(id) < 0))
            .OrderByDescending(m => m.OccurredAt).ThenByDescending(m => m.Id).Take(most).ToListAsync(ct);

    private Task<List<Note>> NotesAsync(DateTime time, Guid id, int most, CancellationToken ct) =>
        db.Set<Note>().AsNoTracking().Where(n => conversations.Any(c => c.Id == n.ConversationId))
            .Where(n => n.At <= time && (n.At < time || n.Id.CompareTo(id) < 0))
            .OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(most).ToListAsync(ct);

    private Task<List<ConversationEvent>> EventsAsync(DateTime time, Guid id, int most, CancellationToken ct) =>
        db.Set<ConversationEvent>().AsNoTracking().Where(e => conversations.Any(c => c.Id == e.ConversationId))
            .Where(e => e.At <= time && (e.At < time || e.Id.CompareTo(id) < 0))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(most).ToListAsync(ct);

    private Task<List<Conversation>> OpeningsAsync(DateTime time, Guid id, int most, CancellationToken ct) =>
        conversations.AsNoTracking().Where(c => c.OpenedAt <= time && (c.OpenedAt < time || c.Id.CompareTo(id) < 0))
            .OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id).Take(most).ToListAsync(ct);
}

using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>Lets commands count what they change. The caller saves, so that the message and its count commit together.</summary>
public static class Rollups
{
    /// <summary>A message changed from one state to another; null where it was, or is, not counted.</summary>
    public static void Change(CrmDbContext db, CountedMessage? before, CountedMessage? after)
    {
        var old = before?.Cells().ToHashSet() ?? [];
        var now = after?.Cells().ToHashSet() ?? [];
        db.AddRange(old.Except(now).Select(cell => Delta(db, cell, -1)).Concat(now.Except(old).Select(cell => Delta(db, cell, 1))));
    }

    private static RollupDelta Delta(CrmDbContext db, RollupCell cell, int by) => new()
    {
        TenantId = db.TenantId,
        Topic = cell.Topic,
        Slot = cell.Slot,
        ChannelId = cell.ChannelId,
        Direction = cell.Direction,
        Type = cell.Type,
        Sentiment = cell.Sentiment,
        Messages = by,
    };
}

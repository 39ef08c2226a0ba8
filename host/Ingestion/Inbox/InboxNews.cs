namespace SocialCrm.Host.Ingestion;

/// <summary>Told once what was appended to the inbox is committed: more waits, and the workers know where.</summary>
internal sealed class InboxNews(TenantDepths depths, WaitingLanes waiting)
{
    public void Appended(IReadOnlyList<InboxItem> items)
    {
        depths.Add(items);
        waiting.Add(items.Select(i => new LaneKey(i.TenantId, i.Class, i.Bucket)).Distinct());
    }
}

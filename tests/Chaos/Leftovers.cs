namespace SocialCrm.Chaos;

/// <summary>Halves: rows that were written without what belongs to them, and what was accepted and lies where nobody works on it.</summary>
internal static class Leftovers
{
    private static readonly (string What, string Count)[] Queries =
    [
        ("messages in the inbox", "SELECT count(*) FROM inbox"),
        ("lists of what to sweep", "SELECT count(*) FROM inbox_done"),
        ("changes of counters that nobody folds", "SELECT (SELECT count(*) FROM rollup_deltas) + (SELECT count(*) FROM open_deltas) + (SELECT count(*) FROM response_marks)"),
        ("entries of the registry without their message", """
            SELECT count(*) FROM message_registry r WHERE r.interaction_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM interactions i WHERE i.tenant_id = r.tenant_id AND i.id = r.interaction_id)
            """),
        ("messages without an entry in the registry", """
            SELECT count(*) FROM interactions i WHERE i.external_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM message_registry r WHERE r.tenant_id = i.tenant_id AND r.interaction_id = i.id)
            """),
        ("messages without their request", """
            SELECT count(*) FROM interactions i WHERE i.raw_event_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM raw_events r WHERE r.tenant_id = i.tenant_id AND r.id = i.raw_event_id)
            """),
        ("messages without a conversation or an identity with a customer and a relationship", """
            SELECT count(*) FROM interactions i
            LEFT JOIN conversations c ON c.tenant_id = i.tenant_id AND c.id = i.conversation_id AND c.identity_id = i.identity_id
            LEFT JOIN conversation_activity a ON a.tenant_id = c.tenant_id AND a.conversation_id = c.id
            LEFT JOIN identities n ON n.tenant_id = i.tenant_id AND n.id = i.identity_id
            LEFT JOIN customers p ON p.tenant_id = n.tenant_id AND p.id = n.customer_id
            LEFT JOIN relationships r ON r.tenant_id = n.tenant_id AND r.identity_id = n.id
            WHERE a.conversation_id IS NULL OR p.id IS NULL OR r.identity_id IS NULL
            """),
        ("answers without their place in the outbox", """
            SELECT count(*) FROM interactions i WHERE i.direction = 1 AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.tenant_id = i.tenant_id AND o.interaction_id = i.id)
            """),
        ("places in the outbox without their answer", """
            SELECT count(*) FROM outbox o WHERE NOT EXISTS (SELECT 1 FROM interactions i WHERE i.tenant_id = o.tenant_id AND i.id = o.interaction_id)
            """),
        ("lanes that are blocked", "SELECT count(*) FROM inbox_lanes WHERE blocked_until > clock_timestamp()"),
    ];

    public static async Task<List<string>> FindAsync(Witness witness)
    {
        var found = new List<string>();
        foreach (var (what, query) in Queries)
        {
            if (await witness.CountAsync(query) is > 0 and var count)
            {
                found.Add($"{count} {what}");
            }
        }

        return found;
    }
}

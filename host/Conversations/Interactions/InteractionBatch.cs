using SocialCrm.Host.Classification;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>The messages' part of a batch: new ones, edits and deletions, written set by set.</summary>
public sealed class InteractionBatch(SqlSession session, Guid tenantId)
{
    private readonly Dictionary<Guid, InteractionRow> _rows = [];
    private readonly List<(Guid Id, long Revision, string? Text, DateTime At)> _replaced = [];

    public IEnumerable<InteractionRow> Rows => _rows.Values;

    /// <summary>Whose messages these are, and where: relationships are locked before the messages are read.</summary>
    public static Task<List<MessagePlace>> PlacesAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        session.QueryAsync(
            $"SELECT id, identity_id, conversation_id FROM interactions WHERE tenant_id = @tenant AND id {session.Dialect.AnyOf("@ids")}",
            new() { ["tenant"] = tenantId, ["ids"] = ids.ToArray() },
            row => new MessagePlace(row.GetGuid(0), row.GetGuid(1), row.GetGuid(2)),
            ct);

    /// <summary>What was sent from here in these conversations and has not been named by the network yet.</summary>
    public static Task<List<SentMessage>> UnnamedAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<Guid> conversations, DateTime since, CancellationToken ct) =>
        session.QueryAsync(
            $"""
            SELECT id, conversation_id, text FROM interactions WHERE tenant_id = @tenant AND conversation_id {session.Dialect.AnyOf("@conversations")}
            AND direction = {(short)MessageDirection.Outbound} AND external_id IS NULL AND text IS NOT NULL AND occurred_at > @since
            """,
            new() { ["tenant"] = tenantId, ["conversations"] = conversations.ToArray(), ["since"] = since },
            row => new SentMessage(row.GetGuid(0), row.GetGuid(1), row.GetString(2)),
            ct);

    /// <summary>The network told the name of what was sent from here.</summary>
    public Task NameAsync(Guid id, string externalId, CancellationToken ct) => session.ExecuteLaterAsync(
        "UPDATE interactions SET external_id = @external WHERE tenant_id = @tenant AND id = @id AND external_id IS NULL",
        new() { ["external"] = externalId, ["tenant"] = tenantId, ["id"] = id },
        ct);

    public async Task LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rows = await session.QueryAsync(
            $"SELECT {InteractionRow.Columns} FROM interactions WHERE tenant_id = @tenant AND id {session.Dialect.AnyOf("@ids")} ORDER BY id{session.Dialect.ForUpdate}",
            new() { ["tenant"] = tenantId, ["ids"] = ids.ToArray() },
            InteractionRow.Read,
            ct);
        rows.ForEach(row => _rows.TryAdd(row.Id, row));
    }

    public InteractionRow? Find(Guid id) => _rows.GetValueOrDefault(id);

    public void Add(InteractionRow row) => _rows.Add(row.Id, row);

    /// <summary>Takes the new text and keeps the old one as a revision of its own.</summary>
    public void Revise(InteractionRow row, long revision, string text, string? url, MessageLabels labels, DateTime at)
    {
        if (!row.IsNew)
        {
            _replaced.Add((row.Id, row.Revision, row.Text, at));
        }

        row.Revision = revision;
        row.Text = text;
        row.Url = url ?? row.Url;
        row.Labels = row.Labels.Reclassified(labels);
        row.EditedAt = at > row.OccurredAt ? at : row.OccurredAt;
        row.Changed = true;
    }

    /// <summary>Gives it other labels and leaves all else, its place in the search index among it.</summary>
    public static void Relabel(InteractionRow row, MessageLabels labels)
    {
        row.Labels = labels;
        row.LabelsChanged = true;
    }

    public static void Delete(InteractionRow row, DateTime at)
    {
        row.Text = null;
        row.DeletedAt = at;
        row.Labels = new MessageLabels(row.Labels.Items, row.Labels.ModelVersion);
        row.Changed = true;
    }

    public async Task SaveAsync(CancellationToken ct)
    {
        var rows = _rows.Values.OrderBy(r => r.Id).ToList();
        await session.InsertAsync(InteractionTables.New(tenantId), rows.FindAll(r => r.IsNew), OnConflict.Fail, ct);
        await session.UpdateAsync(InteractionTables.Changes(tenantId), rows.FindAll(r => !r.IsNew && r.Changed), ct);
        await session.UpdateAsync(InteractionTables.Labels(tenantId), rows.FindAll(r => !r.IsNew && !r.Changed && r.LabelsChanged), ct);
        await session.InsertAsync(InteractionTables.Revisions(tenantId), _replaced, OnConflict.Skip, ct);
    }
}

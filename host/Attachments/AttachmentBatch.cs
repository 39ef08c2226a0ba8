using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Attachments;

/// <summary>
/// The files' part of a batch: what came with new messages is noted and fetched later, an edit replaces, a deletion takes
/// away. A batch without any costs nothing here.
/// </summary>
public sealed class AttachmentBatch(SqlSession session, Guid tenantId, TimeProvider time)
{
    private readonly Dictionary<Guid, (Guid Conversation, IReadOnlyList<InboundAttachment> Files)> _wanted = [];
    private readonly HashSet<Guid> _replaced = [];

    /// <summary>True when something is to be fetched once the batch is committed.</summary>
    public bool HasFiles => _wanted.Values.Any(w => w.Files.Count > 0);

    /// <summary>How many files the new message has.</summary>
    public short Add(Guid interactionId, Guid conversationId, IReadOnlyList<InboundAttachment>? files) =>
        files is { Count: > 0 } ? Want(interactionId, conversationId, files) : (short)0;

    /// <summary>The message has these from now on; what it had under the same address and name stays as it is.</summary>
    /// <param name="interactionId">The message.</param>
    /// <param name="conversationId">Its conversation.</param>
    /// <param name="had">How many it had.</param>
    /// <param name="files">What it has now.</param>
    /// <returns>How many it has.</returns>
    public short Replace(Guid interactionId, Guid conversationId, int had, IReadOnlyList<InboundAttachment> files)
    {
        if (had == 0)
        {
            return Add(interactionId, conversationId, files);
        }

        _replaced.Add(interactionId);
        return Want(interactionId, conversationId, files);
    }

    public async Task SaveAsync(CancellationToken ct)
    {
        if (_wanted.Count == 0)
        {
            return;
        }

        var known = await WithoutReplacedAsync(ct);
        var (rows, contents) = (new List<Attachment>(), new List<InlineContent>());
        foreach (var (interaction, wanted) in _wanted.OrderBy(w => w.Key))
        {
            for (var i = 0; i < wanted.Files.Count; i++)
            {
                Note(interaction, wanted.Conversation, i, wanted.Files[i], known, rows, contents);
            }
        }

        await session.InsertAsync(Attachment.Table, rows, OnConflict.Fail, ct);
        await session.InsertAsync(InlineContent.Table, contents, OnConflict.Fail, ct);
    }

    // The same address under the same name is the same file.
    private short Want(Guid interactionId, Guid conversationId, IReadOnlyList<InboundAttachment> files)
    {
        var distinct = files.DistinctBy(f => f.Url is null ? (object)f : (f.Url, f.Name)).ToList();
        _wanted[interactionId] = (conversationId, distinct);
        return (short)distinct.Count;
    }

    private void Note(
        Guid interaction, Guid conversation, int position, InboundAttachment file,
        HashSet<(Guid, string?, string)> known, List<Attachment> rows, List<InlineContent> contents)
    {
        var (now, name) = (time.GetUtcNow(), AttachmentName.Clean(file.Name ?? NameOf(file.Url)));
        if (known.Remove((interaction, file.Url, name)))
        {
            return;
        }

        var row = new Attachment
        {
            TenantId = tenantId,
            Id = OrderedId.Next(now),
            ConversationId = conversation,
            InteractionId = interaction,
            Position = (short)position,
            Name = name,
            DeclaredType = file.Type,
            Size = file.Size ?? file.Content?.Length,
            State = AttachmentState.Pending,
            SourceUrl = file.Url,
            CreatedAt = now.UtcDateTime,
            DueAt = DateTime.UnixEpoch,
        };
        rows.Add(row);
        if (file.Content is { } content)
        {
            contents.Add(new InlineContent { TenantId = tenantId, AttachmentId = row.Id, Bytes = content.ToArray() });
        }
    }

    /// <summary>Takes away what replaced messages no longer have. Deleting and reading are one statement: a fetch that ends meanwhile finds no row and keeps nothing.</summary>
    private async Task<HashSet<(Guid, string?, string)>> WithoutReplacedAsync(CancellationToken ct)
    {
        if (_replaced.Count == 0)
        {
            return [];
        }

        var key = new SqlParameters { ["tenant"] = tenantId, ["ids"] = _replaced.ToArray() };
        var before = await session.QueryAsync(
            $"SELECT id, interaction_id, source_url, name FROM attachments WHERE tenant_id = @tenant AND interaction_id {session.Dialect.AnyOf("@ids")}",
            key, row => (Id: row.GetGuid(0), Key: (row.GetGuid(1), row.Text(2), row.GetString(3))), ct);
        var wanted = _wanted.Where(w => _replaced.Contains(w.Key))
            .SelectMany(w => w.Value.Files.Where(f => f.Url is not null).Select(f => (w.Key, f.Url, AttachmentName.Clean(f.Name ?? NameOf(f.Url))))).ToHashSet();
        await DropAsync([.. before.Where(b => !wanted.Contains(b.Key)).Select(b => b.Id)], ct);
        return [.. before.Select(b => b.Key).Where(wanted.Contains)];
    }

    private async Task DropAsync(Guid[] ids, CancellationToken ct)
    {
        if (ids.Length > 0)
        {
            var key = new SqlParameters { ["tenant"] = tenantId, ["gone"] = ids };
            var files = await session.QueryAsync(
                $"DELETE FROM attachments WHERE tenant_id = @tenant AND id {session.Dialect.AnyOf("@gone")} RETURNING file_id", key, row => row.Id(0), ct);
            await session.ExecuteLaterAsync($"DELETE FROM attachment_inline WHERE tenant_id = @tenant AND attachment_id {session.Dialect.AnyOf("@gone")}", key, ct);
            await FileKeeping.ReleaseAsync(session, tenantId, files, ct);
        }
    }

    private static string? NameOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? Uri.UnescapeDataString(address.Segments[^1].Trim('/')) : null;
}

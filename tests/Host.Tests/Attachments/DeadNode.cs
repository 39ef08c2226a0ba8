using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Tests.Attachments;

/// <summary>What a node leaves that dies between writing a file's content and noting that it is there.</summary>
internal sealed record DeadNode(FileScene Scene, AttachmentClaim Claim, StoredContent Content)
{
    public Guid Id => Claim.Id;

    public static async Task<DeadNode> LeaveAsync(FileScene scene, InteractionView message, string url)
    {
        var ct = CancellationToken.None;
        var tenant = (await scene.Owner.GetAsync<SessionInfo>("/api/v1/session")).Tenant.Id;
        using var bytes = new MemoryStream(Samples.Bytes(300_000));
        var content = await scene.Service<FileIntake>().StoreAsync(tenant, bytes, "photo.png", ct);
        var row = new Attachment
        {
            TenantId = tenant,
            Id = Guid.CreateVersion7(),
            ConversationId = message.ConversationId,
            InteractionId = message.Id,
            Name = "photo.png",
            State = AttachmentState.Pending,
            SourceUrl = url,
            CreatedAt = message.ReceivedAt,
            DueAt = DateTime.UnixEpoch,
            Attempts = 1,
            Epoch = 1,
        };
        await using var session = await scene.Service<ICrmDatabase>().WriteAsync(ct);
        var now = (await session.QueryAsync($"SELECT {session.Dialect.Now}", SqlParameters.None, r => r.Time(0), ct))[0];
        await session.InsertAsync(Attachment.Table, [row], OnConflict.Fail, ct);
        await session.ExecuteAsync("UPDATE attachments SET leased_until = @until WHERE id = @id", new() { ["until"] = now.AddSeconds(1), ["id"] = row.Id }, ct);
        await session.ExecuteAsync("UPDATE interactions SET attachment_count = 1 WHERE id = @id", new() { ["id"] = message.Id }, ct);
        await session.CommitAsync(ct);
        return new DeadNode(scene, new AttachmentClaim(tenant, row.Id, row.ConversationId, row.Name, null, url, 1, 1), content);
    }

    /// <summary>It was only asleep: it tries to note its content.</summary>
    public Task<bool> ComesBackAsync() => Claim.StoreAsync(Scene.Service<ICrmDatabase>(), Content, CancellationToken.None);
}

using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Engagement;

/// <summary>What a person answers.</summary>
/// <param name="Text">The text, 1 to 10,000 characters; may be empty where files go with it and the channel can send them alone.</param>
/// <param name="Attachments">The ids of uploaded files that go with it, in their order.</param>
public sealed record ReplyRequest(string? Text, IReadOnlyList<Guid>? Attachments = null);

/// <summary>A person's reply: stored in the conversation and in the outbox by one transaction, sent right after.</summary>
internal sealed class SendReply(
    CrmDbContext db,
    Caller caller,
    OutboundMessages messages,
    Recipients recipients,
    ChannelDirectory channels,
    ChannelCalls calls,
    DraftAttachments drafts,
    FileRules rules,
    PublicAddress address,
    IHttpContextAccessor http,
    AuditTrail audit,
    OutboxSignal signal,
    WorkspaceFeed feed,
    TimeProvider time)
{
    private const int Longest = 10_000;

    public static void Map(RouteGroupBuilder conversations) =>
        conversations.MapPost("/{id:guid}/replies", HandleAsync).RequireAuthorization(Permissions.WorkConversations).WithName("sendReply").ProducesProblem(404).ProducesProblem(409);

    /// <summary>Replies to the customer</summary>
    /// <remarks>
    /// The reply is queued and leaves through the conversation's channel within moments; its delivery state stands in the
    /// timeline. The conversation then waits for the customer.
    /// </remarks>
    /// <response code="202">The message as it stands in the timeline, with its delivery state.</response>
    /// <response code="409">The channel cannot send replies; the problem says why.</response>
    private static async Task<Results<Accepted<InteractionView>, ProblemHttpResult>> HandleAsync(
        Guid id, ReplyRequest request, SendReply send, InteractionViews views, CancellationToken ct)
    {
        var text = request.Text?.Trim() ?? "";
        if ((text.Length == 0 && request.Attachments is not { Count: > 0 }) || text.Length > Longest || text.Contains('\0', StringComparison.Ordinal))
        {
            return Problems.Invalid("text", $"Write 1 to {Longest:N0} characters.");
        }

        var (message, refusal) = await send.QueueAsync(id, text, request.Attachments, ct);
        return message is null ? refusal! : TypedResults.Accepted((string?)null, (await views.OfAsync([message], ct))[0]);
    }

    private async Task<(Interaction? Message, ProblemHttpResult? Refusal)> QueueAsync(Guid conversationId, string text, IReadOnlyList<Guid>? attachments, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await messages.LockAsync(conversationId, ct);
        if (await messages.AddAsync(conversationId, text, ct) is not { } draft)
        {
            return (null, Problems.NotFound("conversation"));
        }

        if (await WhyNotAsync(draft.Conversation.ChannelId, ct) is { } reason)
        {
            return (null, Problems.Conflict("cannot-reply", reason));
        }

        var (files, problem) = await FilesAsync(draft, attachments, ct);
        if (problem is not null)
        {
            return (null, Problems.Invalid("attachments", problem));
        }

        db.Add(await OutboxItemAsync(draft, files, ct));
        audit.Record("reply.queued", "conversation", conversationId, files.Count > 0 ? $"with {files.Count} files" : null);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise();
        await feed.PublishAsync(new WorkspaceChange(caller.TenantId, "reply", [conversationId], []), ct);
        return (draft.Message, null);
    }

    private async Task<(List<Attachment> Files, string? Problem)> FilesAsync(OutboundDraft draft, IReadOnlyList<Guid>? ids, CancellationToken ct)
    {
        if (ids is not { Count: > 0 })
        {
            return ([], null);
        }

        var channel = await channels.FindAsync(caller.TenantId, draft.Conversation.ChannelId, ct);
        var limits = rules.ForReplies(channel is null ? null : calls.Descriptor(channel)?.Attachments);
        var (files, problem) = await drafts.FindAsync(draft.Conversation.Id, ids, limits, ct);
        if (problem is not null || (draft.Message.Text!.Length == 0 && !limits.WithoutText))
        {
            return ([], problem ?? "This channel cannot send files without a text.");
        }

        drafts.Attach(files, draft.Message.Id, null);
        draft.Message.AttachmentCount = (short)files.Count;
        return (files, null);
    }

    private async Task<string?> WhyNotAsync(Guid channelId, CancellationToken ct)
    {
        var channel = await channels.FindAsync(caller.TenantId, channelId, ct);
        return channel is null || channel.Deleted ? "The channel was removed."
            : !channel.Enabled ? "The channel is switched off."
            : calls.WhyCannotReply(channel);
    }

    private async Task<OutboxItem> OutboxItemAsync(OutboundDraft draft, List<Attachment> files, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new OutboxItem
        {
            TenantId = caller.TenantId,
            ChannelId = draft.Conversation.ChannelId,
            TargetId = draft.Conversation.Id,
            InteractionId = draft.Message.Id,
            DueAt = now,
            CreatedAt = now,
            Payload = EngagementJson.Write(new OutboundMessage
            {
                IdempotencyKey = $"msg_{draft.Message.Id:N}",
                Id = draft.Message.Id.ToString(),
                Conversation = draft.Conversation.Id.ToString(),
                Thread = draft.Conversation.ThreadKey,
                InReplyTo = draft.InReplyTo,
                RecipientId = await recipients.ExternalIdAsync(draft.Conversation.IdentityId, ct),
                Text = draft.Message.Text!,
                Attachments = [.. files.Select(file => OutboundMedia.Stored(file, address.Of(http.HttpContext!.Request)))],
                At = draft.Message.OccurredAt,
            }),
        };
    }
}

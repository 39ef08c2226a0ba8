using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.SystemsOfRecord;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>
/// The conversations' side of what we send: the message in its thread, and whose turn it is then. Changes the context;
/// the caller saves it together with what it adds itself.
/// </summary>
public sealed class OutboundMessages(CrmDbContext db, Caller caller, CustomerDirectory customers, RecordEvents records, TimeProvider time)
{
    /// <summary>Locks the conversation until the transaction ends, so that the pipeline does not count past us.</summary>
    public Task LockAsync(Guid conversationId, CancellationToken ct) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlAsync($"SELECT 1 FROM conversations WHERE tenant_id = {caller.TenantId} AND id = {conversationId} FOR UPDATE", ct)
        : Task.CompletedTask;

    public Task<bool> HasConversationAsync(Guid conversationId, CancellationToken ct) => db.Set<Conversation>().AnyAsync(c => c.Id == conversationId, ct);

    /// <summary>Adds a message of ours to a conversation, which then waits for the customer. Null when there is none.</summary>
    public async Task<OutboundDraft?> AddAsync(Guid conversationId, string text, CancellationToken ct)
    {
        if (await db.Set<Conversation>().SingleOrDefaultAsync(c => c.Id == conversationId, ct) is not { } conversation)
        {
            return null;
        }

        var activity = await db.Set<ConversationActivity>().SingleAsync(a => a.ConversationId == conversationId, ct);
        var answered = activity.LastInboundId is { } last ? await db.Set<Interaction>().SingleAsync(i => i.Id == last, ct) : null;
        var now = time.GetUtcNow();
        var interaction = New(conversation, answered, text, now);
        db.Add(interaction);
        Rollups.Change(db, null, CountedMessage.Of(interaction));
        ResponseMarks.Mark(db, conversationId);
        activity.Add(interaction.Id, interaction.OccurredAt, outbound: true);
        conversation.Version++;
        if (conversation.Status != ConversationStatus.Spam)
        {
            conversation.Become(ConversationStatus.Waiting, now.UtcDateTime);
        }

        return new OutboundDraft(interaction, conversation, answered?.ExternalId);
    }

    public Task<Interaction> FindAsync(Guid interactionId, CancellationToken ct) =>
        db.Set<Interaction>().AsNoTracking().SingleAsync(i => i.Id == interactionId, ct);

    /// <summary>The network has it. Tells the relationship what it needs to know.</summary>
    public async Task<(Guid IdentityId, Contact Contact)> SentAsync(Guid interactionId, string? externalId)
    {
        var interaction = await db.Set<Interaction>().SingleAsync(i => i.Id == interactionId);
        interaction.ExternalId ??= externalId;
        if (await customers.OwnerAsync(interaction.IdentityId, CancellationToken.None) is { } customer)
        {
            await records.ActivityAsync(customer, interactionId, CancellationToken.None);
        }

        return (interaction.IdentityId, new Contact
        {
            InteractionId = interaction.Id,
            ConversationId = interaction.ConversationId,
            At = interaction.OccurredAt,
            Kind = interaction.Kind.ToString().ToLowerInvariant(),
            IsOutbound = true,
        });
    }

    /// <summary>It is sent once more: unless the customer wrote since, it is their turn again.</summary>
    public async Task QueuedAgainAsync(Guid conversationId, CancellationToken ct)
    {
        var conversation = await db.Set<Conversation>().SingleAsync(c => c.Id == conversationId, ct);
        var activity = await db.Set<ConversationActivity>().AsNoTracking().SingleAsync(a => a.ConversationId == conversationId, ct);
        if (conversation.Status == ConversationStatus.Open && activity.LastOutboundAt >= (activity.LastInboundAt ?? DateTime.MinValue))
        {
            conversation.Status = ConversationStatus.Waiting;
            conversation.Version++;
            ResponseMarks.Mark(db, conversationId);
        }
    }

    /// <summary>It did not leave, or nobody knows: the conversation is ours again, and its timeline says why.</summary>
    public async Task NotSentAsync(Guid interactionId, string? reason)
    {
        var conversationId = await db.Set<Interaction>().Where(i => i.Id == interactionId).Select(i => i.ConversationId).SingleAsync();
        var conversation = await db.Set<Conversation>().SingleAsync(c => c.Id == conversationId);
        if (conversation.Status == ConversationStatus.Waiting)
        {
            conversation.Status = ConversationStatus.Open;
            conversation.Version++;
            ResponseMarks.Mark(db, conversationId);
        }

        var now = time.GetUtcNow();
        db.Add(new ConversationEvent
        {
            TenantId = conversation.TenantId,
            Id = Guid.CreateVersion7(now),
            ConversationId = conversationId,
            Kind = ConversationEventKind.ReplyFailed,
            To = reason is { Length: > 256 } ? reason[..256] : reason,
            At = now.UtcDateTime,
        });
    }

    private Interaction New(Conversation conversation, Interaction? answered, string text, DateTimeOffset now) => new()
    {
        TenantId = conversation.TenantId,
        Id = Guid.CreateVersion7(now),
        ChannelId = conversation.ChannelId,
        IdentityId = conversation.IdentityId,
        ConversationId = conversation.Id,
        Direction = MessageDirection.Outbound,
        Kind = answered?.Kind == MessageKind.Direct ? MessageKind.Direct : MessageKind.Reply,
        Text = text,
        IsPublic = conversation.IsPublic,
        InReplyTo = answered?.ExternalId,
        OccurredAt = now.UtcDateTime,
        ReceivedAt = now.UtcDateTime,
        AuthorId = caller.UserId,
    };
}

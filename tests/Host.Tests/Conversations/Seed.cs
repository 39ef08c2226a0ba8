using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Conversations;

/// <summary>Puts conversations into a tenant's tables as the pipeline would have left them, at times of the test's choosing.</summary>
internal static class Seed
{
    public static readonly DateTime Start = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    public static DateTime At(int minute) => Start.AddMinutes(minute);

    public static SeedMessage Says(string text, int minute, params (string Facet, string Value)[] labels) =>
        new(text, At(minute), new MessageLabels([.. labels.Select(l => new MessageLabel(l.Facet, l.Value, 0.8))], "model-1"));

    public static SeedMessage Answers(string text, int minute) => new(text, At(minute), MessageLabels.None, Outbound: true);

    public static async Task<SeedConversation> AddAsync(this TestTenant tenant, SeedConversation conversation)
    {
        await using var scope = tenant.Server.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = tenant.Id;
        AddCustomer(db, conversation);
        AddConversation(db, conversation);
        await db.SaveChangesAsync();
        return conversation;
    }

    public static Task<SeedConversation> AddAsync(this TestTenant tenant, params SeedMessage[] messages) =>
        tenant.AddAsync(new SeedConversation { Messages = messages });

    private static void AddCustomer(CrmDbContext db, SeedConversation seed)
    {
        var relationship = new Relationship();
        foreach (var message in seed.Messages)
        {
            relationship.Apply(Row(db, seed, message).ToContact());
        }

        if (seed.IsNewCustomer)
        {
            db.Add(new Customer { TenantId = db.TenantId, Id = seed.CustomerId, CreatedAt = Start });
        }

        db.Add(new Identity
        {
            TenantId = db.TenantId,
            Id = seed.IdentityId,
            CustomerId = seed.CustomerId,
            ChannelId = seed.ChannelId,
            Scope = $"channel:{seed.ChannelId}",
            ExternalId = seed.IdentityId.ToString(),
            Handle = seed.Author.ToLowerInvariant(),
            Name = seed.Author,
            ProfileAt = Start,
            CreatedAt = Start,
        });
        db.Add(new StoredRelationship
        {
            TenantId = db.TenantId,
            IdentityId = seed.IdentityId,
            State = JsonSerializer.Serialize(relationship, CustomersJson.Default.Relationship),
            LastContactAt = relationship.LastContactAt ?? Start,
            Version = 1,
        });
    }

    private static void AddConversation(CrmDbContext db, SeedConversation seed)
    {
        var activity = new ConversationActivity { TenantId = db.TenantId, ConversationId = seed.Id, Status = seed.Status };
        foreach (var message in seed.Messages)
        {
            var row = Row(db, seed, message);
            activity.Add(message.Id, message.At, message.Outbound);
            db.Add(row);
            Rollups.Change(db, null, CountedMessage.Of(row));
        }

        db.Add(activity);
        db.Add(new Conversation
        {
            TenantId = db.TenantId,
            Id = seed.Id,
            ChannelId = seed.ChannelId,
            IdentityId = seed.IdentityId,
            ThreadKey = "thread",
            Status = seed.Status,
            IsPublic = true,
            OpenedAt = seed.Messages[0].At,
            AwaitsRouting = seed.AwaitsRouting ? seed.Messages[0].Id : null,
        });
    }

    private static Interaction Row(CrmDbContext db, SeedConversation seed, SeedMessage message) => new()
    {
        TenantId = db.TenantId,
        Id = message.Id,
        ChannelId = seed.ChannelId,
        IdentityId = seed.IdentityId,
        ConversationId = seed.Id,
        ExternalId = message.Id.ToString(),
        Direction = message.Outbound ? MessageDirection.Outbound : MessageDirection.Inbound,
        Kind = MessageKind.Comment,
        Text = message.Deleted ? null : message.Text,
        IsPublic = true,
        OccurredAt = message.At,
        ReceivedAt = message.At,
        DeletedAt = message.Deleted ? message.At : null,
        Labels = LabelColumns.Of(message.Labels),
    };
}

internal sealed record SeedMessage(string Text, DateTime At, MessageLabels Labels, bool Outbound = false, bool Deleted = false)
{
    public Guid Id { get; } = Guid.CreateVersion7();
}

internal sealed record SeedConversation
{
    private readonly Guid? _customer;

    public Guid Id { get; } = Guid.CreateVersion7();

    public Guid IdentityId { get; } = Guid.CreateVersion7();

    public Guid ChannelId { get; init; } = Guid.CreateVersion7();

    public Guid OwnCustomerId { get; } = Guid.CreateVersion7();

    /// <summary>A customer of its own, unless it is another account of a known one.</summary>
    public Guid CustomerId { get => _customer ?? OwnCustomerId; init => _customer = value; }

    public bool IsNewCustomer => _customer is null;

    public string Author { get; init; } = "Ann";

    public ConversationStatus Status { get; init; } = ConversationStatus.Open;

    /// <summary>True when its first message opened it without labels.</summary>
    public bool AwaitsRouting { get; init; }

    public required IReadOnlyList<SeedMessage> Messages { get; init; }
}

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Access;
using SocialCrm.Host.Access.Invitations;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Tests.Attachments;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Host.Tests.Ingestion.Imports;

namespace SocialCrm.Host.Tests.Access.Isolation;

/// <summary>An organisation that has one of everything, and the ids of it all by the name of their collection.</summary>
internal sealed class TenantWorld : IDisposable
{
    private readonly TestChannel _channel;

    private TenantWorld(TestTenant tenant, TestChannel channel) => (Tenant, _channel) = (tenant, channel);

    public TestTenant Tenant { get; }

    public ApiClient Owner => Tenant.Owner;

    public Dictionary<string, Guid> Ids { get; } = new(StringComparer.Ordinal);

    public static async Task<TenantWorld> MakeAsync(TestTenant tenant)
    {
        // Nothing is sent there: the guard refuses an address of this machine, so that the reply soon has an end.
        var world = new TenantWorld(tenant, await TestChannel.CreateAsync(tenant.Owner, new { callbackUrl = "http://127.0.0.1:9/replies" }));
        await world.FillAsync();
        return world;
    }

    public void Dispose() => _channel.Dispose();

    private async Task FillAsync()
    {
        Ids["tenants"] = Tenant.Id;
        Ids["channels"] = _channel.Id;
        Ids["users"] = (await Tenant.MemberAsync(Role.Agent)).Member.Id;
        Ids["systems-of-record"] = await MakeAsync(
            "/api/v1/systems-of-record", new { kind = "signed-webhook", name = "CRM", settings = new { eventUrl = "http://127.0.0.1:9/events" } });
        await TalkAsync();
        Ids["deliveries"] = await DeliveryAsync();
        Ids["attachments"] = (await FileScene.UploadAsync(Owner, Ids["conversations"], Samples.Png, "photo.png")).Id;
        Ids["api-keys"] = await MakeAsync("/api/v1/api-keys", new { name = "Key", role = "viewer" });
        Ids["invitations"] = await InviteAsync();
        Ids["teams"] = await MakeAsync("/api/v1/teams", new { name = "Night shift" });
        Ids["saved-views"] = await MakeAsync("/api/v1/saved-views", new { name = "Mine", filters = new { status = "open" } });
        Ids["topics"] = await MakeAsync("/api/v1/topics", new { name = "Parcels", query = "parcel*" });
        Ids["rules"] = await MakeAsync("/api/v1/rules", SampleBodies.Rule("tag", "seen"));
        Ids["notifications"] = await NotificationAsync();
        Ids["dead-letters"] = await DeadLetterAsync();
        Ids["replays"] = await MakeAsync("/api/v1/replays", new { });
        Ids["imports"] = await (await TestImport.CreateAsync(Owner)).StartAsync(TestImport.Row("old", author: "bob"));
    }

    private async Task TalkAsync()
    {
        await _channel.AcceptedAsync(TestChannel.Message("m1", "ann", "Where is my parcel?"), TestChannel.Message("m2", "cleo", "Thank you"));
        var message = await _channel.ArrivedAsync("m1");
        Ids["interactions"] = message.Id;
        Ids["conversations"] = message.ConversationId;
        Ids["customers"] = message.CustomerId;
        Ids["blocked-authors"] = message.Author!.Id;
        Ids["other customers"] = (await _channel.ArrivedAsync("m2")).CustomerId;
        Ids["replies"] = (await Owner.PostAsync<InteractionView>($"/api/v1/conversations/{message.ConversationId}/replies", new { text = "On its way" })).Id;
    }

    /// <summary>An event for the system of record, which has stopped by then: the guard refuses its address too.</summary>
    private async Task<Guid> DeliveryAsync()
    {
        var system = $"/api/v1/systems-of-record/{Ids["systems-of-record"]}";
        await Eventually.HoldsAsync("the system to stop", async () => (await Owner.GetAsync<JsonElement>(system)).GetProperty("status").GetString() == "stopped");
        return (await Owner.GetAsync<JsonElement>($"{system}/deliveries")).GetProperty("items")[0].GetProperty("id").GetGuid();
    }

    /// <summary>That the reply did not arrive.</summary>
    private async Task<Guid> NotificationAsync() => (await Eventually.FindsAsync(
        "a notification", async () => (await Owner.GetAsync<Page<NotificationItem>>("/api/v1/notifications")).Items is [var first, ..] ? first : null)).Id;

    private async Task<Guid> InviteAsync() =>
        (await Owner.PostAsync<CreatedInvitation>("/api/v1/invitations", new { email = TestPeople.NewEmail(), role = "agent" })).Invitation.Id;

    private async Task<Guid> MakeAsync(string path, object body) => (await Owner.PostAsync<JsonElement>(path, body)).GetProperty("id").GetGuid();

    private async Task<Guid> DeadLetterAsync()
    {
        await using var scope = Tenant.Server.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = Tenant.Id;
        var letter = new DeadLetter
        {
            TenantId = Tenant.Id,
            Id = Guid.CreateVersion7(),
            ChannelId = _channel.Id,
            ExternalId = "poison",
            Class = LaneClass.Live,
            Bucket = 0,
            RawEventId = Guid.CreateVersion7(),
            RawIndex = 0,
            Payload = "{}",
            Error = "Could not be read.",
            Attempts = 1,
            ReceivedAt = Seen,
            FailedAt = Seen,
        };
        db.Add(letter);
        await db.SaveChangesAsync();
        return letter.Id;
    }

    private static readonly DateTime Seen = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
}

using System.Text.Json;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Engagement;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Engagement;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Platform;

/// <summary>Whoever installed the first version starts this one on the same data, and goes on working.</summary>
public abstract class ReleasedSchemaTests(ServerFixture fixture)
{
    private static readonly string[] Tables =
    [
        "tenants", "users", "memberships", "api_keys", "channels", "customers", "identities", "relationships", "conversations",
        "conversation_activity", "interactions", "message_registry", "raw_events", "notes", "corrections", "teams", "key_ring",
    ];

    [Fact]
    public async Task Database_of_the_first_schema_should_keep_all_its_data_and_be_worked_on()
    {
        await using var database = await fixture.NewDatabaseAsync();
        var secret = await ReleasedDatabase.FillAsync(database);
        var before = await ReleasedDatabase.CountAsync(database, Tables);

        await using var server = await RealServer.StartAsync(database, host => host.UseSetting("Outgoing:AllowedNetworks:0", "127.0.0.0/8"));

        Assert.Equal(before, await ReleasedDatabase.CountAsync(database, Tables));
        var owner = await server.SignInAsync(ReleasedDatabase.Owner, ReleasedDatabase.Password);
        using var channel = await TestChannel.OfAsync(owner, secret);
        await ShowsAsync(owner, channel);
        await SearchUpkeep.HoldsAsync(server, channel);
        await GoesOnAsync(owner, channel);
    }

    private static async Task ShowsAsync(ApiClient owner, TestChannel channel)
    {
        var messages = (await channel.MessagesAsync()).ToDictionary(m => m.ExternalId!);
        Assert.Equal(["m1", "m2", "m3", "m4", "m6"], messages.Keys.Order());
        Assert.Equal(("Where is my parcel now?", 2L), (messages["m2"].Text, messages["m2"].Revision));
        Assert.Null(messages["m6"].Text);
        Assert.Contains(messages["m4"].Labels, l => l is { Facet: "urgency", Value: "high" });
        Assert.Equal(["m1", "m2"], (await FindAsync(owner, "parcel")).Order());
        Assert.Equal(["m3"], await FindAsync(owner, "cafe zurich"));
        var ann = Assert.Single((await owner.GetAsync<Page<CustomerView>>("/api/v1/customers?q=ann")).Items);
        Assert.Equal(2, ann.Relationship.Inbound);
        var timeline = await owner.GetAsync<Page<TimelineEntry>>($"/api/v1/conversations/{messages["m3"].ConversationId}/timeline");
        Assert.Contains(timeline.Items, e => e.Note?.Text == "A regular of ours.");
        Assert.Equal(4, (await owner.GetAsync<Page<ConversationItem>>("/api/v1/conversations")).Items.Count);
    }

    // New messages find the old conversation, and an answer to an old message is signed with the old secret.
    private static async Task GoesOnAsync(ApiClient owner, TestChannel channel)
    {
        var old = (await channel.MessagesAsync()).Single(m => m.ExternalId == "m1");
        await channel.AcceptedAsync(TestChannel.Message("m1", "ann", "again"), TestChannel.Message("m7", "ann", "Still nothing.", "t1"));
        var next = await channel.ArrivedAsync("m7");
        Assert.Equal((old.ConversationId, old.CustomerId), (next.ConversationId, next.CustomerId));
        Assert.Equal(old.Text, (await channel.MessagesAsync()).Single(m => m.ExternalId == "m1").Text);

        await using var callback = await CallbackReceiver.StartAsync();
        callback.Secret = channel.Secret;
        await owner.PutAsync<JsonElement>($"/api/v1/channels/{channel.Id}", new { name = "Shop", enabled = true, settings = new { callbackUrl = callback.Address } });
        var reply = await owner.PostAsync<InteractionView>($"/api/v1/conversations/{old.ConversationId}/replies", new { text = "It arrives today." });
        await Eventually.HoldsAsync("the reply", async () => (await owner.GetAsync<InteractionView>($"/api/v1/interactions/{reply.Id}")).Delivery!.State == DeliveryState.Sent);
        Assert.True(Assert.Single(callback.Received).Genuine);
    }

    private static async Task<List<string?>> FindAsync(ApiClient owner, string q) =>
        [.. (await owner.GetAsync<Page<InteractionView>>($"/api/v1/interactions?q={Uri.EscapeDataString(q)}")).Items.Select(m => m.ExternalId)];

    public sealed class OnSqlite(SqliteServer fixture) : ReleasedSchemaTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ReleasedSchemaTests(fixture);
}

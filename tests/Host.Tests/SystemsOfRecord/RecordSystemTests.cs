using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.SystemsOfRecord;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.SystemsOfRecord;

public abstract class RecordSystemTests(ServerFixture fixture)
{
    private const string List = "/api/v1/systems-of-record";

    [Fact]
    public async Task System_should_be_made_shown_without_its_secrets_and_deleted()
    {
        var tenant = await fixture.NewTenantAsync();
        var made = await tenant.Owner.PostAsync<JsonElement>(List, New("https://crm.example.com/events", "very-secret"));
        Assert.True(StandardWebhooks.IsSecret(made.GetProperty("signingSecret").GetString()));
        var path = $"{List}/{made.GetProperty("id").GetGuid()}";

        var shown = await tenant.Owner.GetAsync<JsonElement>(path);
        Assert.Equal(("Signed webhook", "waiting", "https://crm.example.com/events"), (shown.GetProperty("kindName").GetString(), shown.GetProperty("status").GetString(), shown.GetProperty("settings").GetProperty("eventUrl").GetString()));
        Assert.Equal((JsonValueKind.Null, "pullToken"), (shown.GetProperty("settings").GetProperty("pullToken").ValueKind, shown.GetProperty("secretsSet")[0].GetString()));
        Assert.DoesNotContain("very-secret", shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", shown.ToString(), StringComparison.Ordinal);
        Assert.Contains(shown.GetProperty("mapping").GetProperty("contact").EnumerateArray(), f => f.GetProperty("source").GetString() == "name");

        Assert.NotEqual(made.GetProperty("signingSecret").GetString(), (await tenant.Owner.PostAsync<RotatedRecordSecret>($"{path}/rotate-secret")).SigningSecret);
        var audit = await tenant.Owner.GetAsync<JsonElement>("/api/v1/audit");
        Assert.Contains("system-of-record.secret-rotated", audit.ToString(), StringComparison.Ordinal);

        await tenant.Owner.DeleteAsync(path);
        Assert.Empty((await tenant.Owner.GetAsync<Page<RecordSystemItem>>(List)).Items);
    }

    [Fact]
    public async Task What_is_wrong_with_settings_and_mapping_should_be_said_field_by_field()
    {
        var tenant = await fixture.NewTenantAsync();
        var mapping = new { contact = new[] { new { source = "name", target = "a" }, new { source = "handle", target = "a" } }, activity = new[] { new { source = "nothing", target = "x" } } };

        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Post, List, new { kind = "signed-webhook", name = "CRM", settings = new { }, mapping }, HttpStatusCode.BadRequest);

        Assert.Equal(["mapping.activity[0].source", "mapping.contact[1].target", "settings.eventUrl"], problem.Errors!.Keys.Order(StringComparer.Ordinal));
        await tenant.Owner.ProblemAsync(HttpMethod.Post, List, new { kind = "no-such", name = "CRM" }, HttpStatusCode.BadRequest);
        await tenant.Owner.ProblemAsync(HttpMethod.Post, List, new { kind = "signed-webhook", name = " " }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Systems_should_be_for_admins_of_their_own_organisation()
    {
        var tenant = await fixture.NewTenantAsync();
        var made = await tenant.Owner.PostAsync<JsonElement>(List, New("https://crm.example.com/events"));
        var path = $"{List}/{made.GetProperty("id").GetGuid()}";

        Assert.Equal(HttpStatusCode.Forbidden, await (await tenant.KeyAsync(Role.Lead)).StatusAsync(HttpMethod.Get, List));
        Assert.Equal(HttpStatusCode.OK, await (await tenant.KeyAsync(Role.Admin)).StatusAsync(HttpMethod.Get, path));
        var stranger = await fixture.NewTenantAsync();
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Owner.StatusAsync(HttpMethod.Get, $"{path}/deliveries"));
        Assert.Empty((await stranger.Owner.GetAsync<Page<RecordSystemItem>>(List)).Items);
    }

    [Fact]
    public async Task Address_that_the_guard_refuses_should_be_named_by_the_test_and_stop_the_system()
    {
        var tenant = await fixture.NewTenantAsync();
        var made = await tenant.Owner.PostAsync<JsonElement>(List, New("http://127.0.0.1:9/events"));
        var path = $"{List}/{made.GetProperty("id").GetGuid()}";

        var check = await tenant.Owner.PostAsync<RecordCheckResult>($"{path}/check");
        Assert.False(check.Ok);
        Assert.Contains("127.0.0.1", check.Message, StringComparison.Ordinal);

        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("m1", "ann", "hello"));
        await Eventually.HoldsAsync("the stop", async () => (await tenant.Owner.GetAsync<RecordSystemItem>(path)).Status == RecordSystemStatus.Stopped);
    }

    [Fact]
    public async Task Mapping_should_be_shown_on_what_happened_last()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        var mapping = new FieldMapping([new MappedField("name", "full_name")], [new MappedField("text", "body"), new MappedField("channel", "source")]);
        var empty = await tenant.Owner.PostAsync<MappingPreview>($"{List}/preview", new MappingPreviewRequest(mapping));
        Assert.Null(empty.Contact);
        await channel.AcceptedAsync(RecordScene.Message("m1", "ann", "Hello there", "Ann"));
        await channel.ArrivedAsync("m1");

        var preview = await tenant.Owner.PostAsync<MappingPreview>($"{List}/preview", new MappingPreviewRequest(mapping));

        Assert.Equal(("Ann", "Hello there", "Test"), (preview.Contact!["full_name"].GetString(), preview.Activity!["body"].GetString(), preview.Activity["source"].GetString()));
    }

    [Fact]
    public async Task Log_should_be_paged_and_forget_what_is_old()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await RecordScene.OpenAsync(fixture, receiver);
        await scene.Channel.AcceptedAsync(RecordScene.Message("m1", "ann", "1"), RecordScene.Message("m2", "ann", "2"), RecordScene.Message("m3", "bob", "3"));
        await RecordScene.ToldAsync(receiver, 5);
        await scene.QuietAsync();
        var first = await scene.Owner.GetAsync<Page<RecordDeliveryItem>>($"{scene.Path}/deliveries?limit=3");
        var second = await scene.Owner.GetAsync<Page<RecordDeliveryItem>>($"{scene.Path}/deliveries?limit=3&after={first.Next}");
        Assert.Equal((3, 2, null), (first.Items.Count, second.Items.Count, second.Next));
        Assert.Equal(5, first.Items.Concat(second.Items).Select(d => d.Id).Distinct().Count());
        Assert.Equal(3, (await scene.LogAsync($"&customer={await scene.CustomerOfAsync("m1")}")).Count);

        // An event from long ago has an id of then.
        await scene.ExecuteAsync("UPDATE record_deliveries SET created_at = '2000-01-01 00:00:00', id = '00BF1A3A-0000-7000-8000-000000000001' WHERE seq = (SELECT min(seq) FROM record_deliveries)");
        await scene.Server.Services.GetRequiredService<DeliveryUpkeep>().RunAsync(CancellationToken.None);

        Assert.Equal(4, (await scene.LogAsync()).Count);
    }

    private static object New(string eventUrl, string? token = null) => new { kind = "signed-webhook", name = "CRM", settings = new { eventUrl, pullToken = token } };

    public sealed class OnSqlite(SqliteServer fixture) : RecordSystemTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : RecordSystemTests(fixture);
}

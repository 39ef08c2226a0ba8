using System.Net;
using System.Text.Json;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;
using static SocialCrm.Host.Tests.Ingestion.Imports.TestImport;

namespace SocialCrm.Host.Tests.Ingestion.Imports;

public abstract class ImportTests(ServerFixture fixture)
{
    [Fact]
    public async Task History_should_come_in_once_with_its_own_times_and_topics()
    {
        var tenant = await fixture.NewTenantAsync();
        var import = await CreateAsync(tenant.Owner);
        var file = string.Join('\n', Enumerable.Range(0, 50).Select(i => Row($"m{i}", $"Message {i}", $"author{i % 7}", $"t{i % 7}", at: $"2020-04-01T10:{i:00}:00Z", company: "Acme & Söhne")));

        var first = await import.RunAsync(file);
        var again = await import.RunAsync(file);

        Assert.Equal((ImportState.Completed, 50, 50, 0, 0), (first.State, first.Read, first.Accepted, first.Duplicates, first.Errors));
        Assert.Equal((50, 0, 50, 0), (again.Read, again.Accepted, again.Duplicates, again.Errors));
        var messages = await import.MessagesAsync();
        Assert.Equal(50, messages.Count);
        Assert.Equal("m49", messages[0].ExternalId);
        Assert.Equal(new DateTime(2020, 4, 1, 10, 49, 0, DateTimeKind.Utc), messages[0].OccurredAt);
        Assert.Contains(messages[0].Labels, l => l is { Facet: "topic", Value: "acme-söhne", Confidence: 1 });
    }

    [Fact]
    public async Task Row_at_fault_should_be_reported_by_its_line_and_stop_no_other()
    {
        var tenant = await fixture.NewTenantAsync();
        var import = await CreateAsync(tenant.Owner);

        var done = await import.RunAsync($"{Row("a")}\nnot json\n{Row("b")}\n{Row("", "no id")}\n{Row("c", at: "yesterday")}");

        Assert.Equal((5, 2, 3), (done.Read, done.Accepted, done.Errors));
        var errors = await tenant.Owner.GetAsync<Page<ImportErrorView>>($"/api/v1/imports/{done.Id}/errors?limit=2");
        Assert.Equal([2L, 4L], errors.Items.Select(e => e.Line));
        var rest = await tenant.Owner.GetAsync<Page<ImportErrorView>>($"/api/v1/imports/{done.Id}/errors?limit=2&after={errors.Next}");
        Assert.Equal((5L, "at"), (rest.Items.Single().Line, rest.Items.Single().Field));
        var csv = await tenant.Owner.Http.GetStringAsync($"/api/v1/imports/{done.Id}/errors.csv");
        Assert.Equal(5, csv.Split("\r\n").Length);
    }

    [Fact]
    public async Task Answers_should_join_the_conversation_that_they_answer_wherever_they_stand_in_the_file()
    {
        var tenant = await fixture.NewTenantAsync();
        var import = await CreateAsync(tenant.Owner);

        var done = await import.RunAsync(string.Join(
            '\n',
            Row("r2", "And sent.", "acme", null, "outbound", "r1", "2020-04-01T12:00:00Z"),
            Row("r1", "On its way.", "acme", null, "outbound", "q1", "2020-04-01T11:00:00Z"),
            Row("q1", thread: "t1"),
            Row("r3", "By thread.", "acme", "t1", "outbound", null, "2020-04-01T13:00:00Z"),
            Row("own", "Our summer sale!", "acme", "t9", "outbound")));

        Assert.Equal((5, 4, 1), (done.Read, done.Accepted, done.Errors));
        var messages = await import.MessagesAsync();
        Assert.Single(messages.Select(m => m.ConversationId).Distinct());
        Assert.All(messages.Where(m => m.ExternalId!.StartsWith('r')), m => Assert.Equal((MessageDirection.Outbound, 0), (m.Direction, m.Labels.Count)));
        var customer = await tenant.Owner.GetAsync<JsonElement>($"/api/v1/customers/{messages[0].CustomerId}");
        var relationship = customer.GetProperty("relationship");
        Assert.Equal((1, 3), (relationship.GetProperty("inbound").GetInt32(), relationship.GetProperty("outbound").GetInt32()));
        var errors = await tenant.Owner.GetAsync<Page<ImportErrorView>>($"/api/v1/imports/{done.Id}/errors");
        Assert.Equal(5L, errors.Items.Single().Line);
    }

    [Fact]
    public async Task Old_conversations_should_arrive_resolved_unless_asked_otherwise()
    {
        var tenant = await fixture.NewTenantAsync();
        var import = await CreateAsync(tenant.Owner);
        var now = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ");

        await import.RunAsync($"{Row("old", thread: "t1")}\n{Row("new", author: "bob", thread: "t2", at: now)}\n{Row("asked", author: "cid", thread: "t3", at: now)}\n{Row("told", "Yes.", "acme", "t3", "outbound", "asked", now)}");
        await import.RunAsync(Row("open", author: "dan", thread: "t4"), days: "never");

        var states = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var message in await import.MessagesAsync())
        {
            var conversation = await tenant.Owner.GetAsync<JsonElement>($"/api/v1/conversations/{message.ConversationId}");
            states[message.ExternalId!] = conversation.GetProperty("status").GetString()!;
        }

        Assert.Equal(("resolved", "open", "waiting", "open"), (states["old"], states["new"], states["asked"], states["open"]));
    }

    [Fact]
    public async Task Preview_should_show_columns_and_suggest_their_mapping()
    {
        var tenant = await fixture.NewTenantAsync();
        var import = await CreateAsync(tenant.Owner);
        using var form = Form("tweet_id;user;body;created_at\n1;u1;\"two\nlines\";2020-01-01 10:00:00\n", name: "x.csv");

        using var response = await tenant.Owner.SendAsync(HttpMethod.Post, $"/api/v1/channels/{import.Channel}/imports/preview", form);
        var text = await response.Content.ReadAsStringAsync();

        Assert.True(response.IsSuccessStatusCode, text);
        var preview = JsonDocument.Parse(text).RootElement;
        Assert.Equal("csv", preview.GetProperty("format").GetString());
        Assert.Equal("tweet_id", preview.GetProperty("suggestion").GetProperty("id").GetString());
        Assert.Equal("two\nlines", preview.GetProperty("rows")[0][2].GetString());
    }

    [Fact]
    public async Task Mapping_without_what_is_needed_should_be_refused_by_field()
    {
        var tenant = await fixture.NewTenantAsync();
        var import = await CreateAsync(tenant.Owner);
        using var form = Form(Row("a"), """{"columns":{"id":"id","text":"text"}}""");

        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Post, $"/api/v1/channels/{import.Channel}/imports", form, HttpStatusCode.BadRequest);

        Assert.Contains("mapping.columns.author.id", problem.Errors!.Keys);
    }

    [Fact]
    public async Task Another_tenant_should_not_find_channel_or_import()
    {
        var tenant = await fixture.NewTenantAsync();
        var stranger = (await fixture.NewTenantAsync()).Owner;
        var import = await CreateAsync(tenant.Owner);
        var done = await import.RunAsync(Row("a"));
        using var form = Form(Row("b"));

        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync(HttpMethod.Post, $"/api/v1/channels/{import.Channel}/imports", form));
        foreach (var path in new[] { $"channels/{import.Channel}/imports", $"imports/{done.Id}", $"imports/{done.Id}/errors", $"imports/{done.Id}/errors.csv" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync(HttpMethod.Get, $"/api/v1/{path}"));
        }

        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync(HttpMethod.Post, $"/api/v1/imports/{done.Id}/cancel"));
        Assert.Equal(HttpStatusCode.Conflict, await tenant.Owner.StatusAsync(HttpMethod.Post, $"/api/v1/imports/{done.Id}/cancel"));
    }

    public sealed class OnSqlite(SqliteServer fixture) : ImportTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ImportTests(fixture);
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialCrm.Host.Access.Organisation;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Engagement;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Tests.Conversations;
using SocialCrm.Host.Tests.Engagement;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Host.Tests.Ingestion.Imports;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Analytics;

/// <summary>Whatever happened to the messages, the counters say what a recount of them says.</summary>
public abstract class RecountTests(ServerFixture fixture)
{
    private const string Zone = "Asia/Kolkata";
    private static readonly string[] Texts = ["Thank you, I love it!", "This is broken and I am angry.", "Where is my parcel?", "ok", "Why does it never work? Terrible."];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Counters_should_agree_with_a_recount_after_a_random_history(int seed)
    {
        var tenant = await fixture.NewTenantAsync();
        await using var callback = await CallbackReceiver.StartAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner, new { callbackUrl = callback.Address });
        if (seed == 1)
        {
            await CountDaysAsync(tenant);
        }

        await new History(tenant, channel, new Random(seed)).PlayAsync();

        await AgreesAsync(tenant);
        await Eventually.HoldsAsync("the deltas to be folded", async () => await DeltasAsync(tenant) == 0);
        await AgreesAsync(tenant);
        await ConversationsAgreeAsync(tenant);
        if (seed == 2)
        {
            // What was there before the zone was chosen, too.
            await CountDaysAsync(tenant);
            await AgreesAsync(tenant);
            await ConversationsAgreeAsync(tenant);
        }
    }

    /// <summary>From then on the charts are read from counts of days.</summary>
    private static async Task CountDaysAsync(TestTenant tenant)
    {
        await tenant.Owner.PutAsync<OrganisationSettings>("/api/v1/organisation", new OrganisationSettings("Acme", Zone, []));
        await Eventually.HoldsAsync("the days to be counted", async () =>
        {
            await using var scope = tenant.Server.Scope();
            var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
            db.TenantId = tenant.Id;
            return await db.Set<CountedZone>().AnyAsync(z => z.Zone == Zone);
        });
    }

    private static async Task ConversationsAgreeAsync(TestTenant tenant)
    {
        var conversations = await tenant.Owner.AllAsync<ConversationItem>("/api/v1/conversations", 200);
        var counted = await tenant.Owner.GetAsync<OpenConversations>($"/api/v1/insights/open-conversations?timeZone={Zone}");
        Assert.Equal(conversations.Count(c => c.Status != ConversationStatus.Resolved), counted.Total.Open);
        Assert.Equal(conversations.Count(c => c.Status == ConversationStatus.Open), counted.Total.WaitingForUs);
        foreach (var (point, next) in counted.Items.Zip(counted.Items.Skip(1)))
        {
            var open = await tenant.Owner.AllAsync<TimedConversation>($"/api/v1/insights/open-conversations/conversations?at={next.At:O}", 200);
            Assert.Equal((point.Open, point.WaitingForUs), (open.Count, open.Count(c => c.WaitsForUs)));
        }

        await CoursesAgreeAsync(tenant, [.. conversations.Select(c => c.Id)]);
    }

    private static async Task CoursesAgreeAsync(TestTenant tenant, Guid[] conversations)
    {
        await using var scope = tenant.Server.Scope();
        await using var session = await scope.ServiceProvider.GetRequiredService<ICrmDatabase>().ReadAsync(CancellationToken.None);
        var courses = (await ConversationPast.ReadAsync(session, tenant.Id, conversations, CancellationToken.None)).ConvertAll(p => ConversationCourse.Of(tenant.Id, p));
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = tenant.Id;
        Assert.Equal(Told(courses.SelectMany(c => c.Spans)), Told(await db.Set<ConversationSpan>().AsNoTracking().ToListAsync()));
        Assert.Equal(
            courses.SelectMany(c => c.Responses).Select(r => (r.InteractionId, r.Seconds, r.IsFirst)).Order(),
            (await db.Set<Response>().AsNoTracking().ToListAsync()).Select(r => (r.InteractionId, r.Seconds, r.IsFirst)).Order());
        Assert.Equal(
            courses.SelectMany(c => c.Resolutions).Select(r => (r.ConversationId, r.Number, r.Seconds)).Order(),
            (await db.Set<Resolution>().AsNoTracking().ToListAsync()).Select(r => (r.ConversationId, r.Number, r.Seconds)).Order());
        Assert.NotEmpty(await db.Set<Resolution>().ToListAsync());
    }

    private static IEnumerable<(Guid, int, bool, DateTime, DateTime?)> Told(IEnumerable<ConversationSpan> spans) =>
        spans.Select(s => (s.ConversationId, s.Number, s.Ours, s.FromAt, s.UntilAt)).Order();

    private static async Task AgreesAsync(TestTenant tenant)
    {
        var messages = await tenant.Owner.AllAsync<InteractionView>("/api/v1/interactions?deleted=false", 200);
        Assert.NotEmpty(messages);
        var inbound = messages.FindAll(m => m.Direction == MessageDirection.Inbound);
        await AgreesAsync(tenant, "volume", messages, m => [m.Direction == MessageDirection.Inbound ? "inbound" : "outbound"]);
        await AgreesAsync(tenant, "sentiment", inbound, m => [Label(m, Facets.Sentiment)]);
        await AgreesAsync(tenant, "types", inbound, m => [Label(m, Facets.Type)]);
        await AgreesAsync(tenant, "topics", inbound, Topics);
        await AgreesAsync(tenant, "share-of-voice", inbound, Topics);
        await AgreesAsync(tenant, "volume?topic=billing", messages.FindAll(m => Topics(m).Contains("billing")), _ => ["inbound"]);
    }

    private static async Task AgreesAsync(TestTenant tenant, string insight, List<InteractionView> messages, Func<InteractionView, IEnumerable<string>> values)
    {
        var query = $"{insight}{(insight.Contains('?', StringComparison.Ordinal) ? '&' : '?')}by=day&timeZone={Zone}";
        var series = await tenant.Owner.GetAsync<InsightSeries>($"/api/v1/insights/{query}");
        var expected = messages.SelectMany(m => values(m).Select(v => (Day(m.OccurredAt), v))).CountBy(key => key).ToDictionary();
        var found = series.Items.SelectMany(i => i.Values.Where(v => v.Value != 0).Select(v => ((Day(i.At), v.Key), (int)v.Value))).ToDictionary(p => p.Item1, p => p.Item2);
        Assert.Equal(expected.OrderBy(p => p.Key), found.OrderBy(p => p.Key));
        Assert.Equal(messages.Count(m => values(m).Any()), series.Total.Count);
        Assert.Equal(series.Total.Count, series.Items.Sum(i => i.Count));
        Assert.Equal(28, series.Items.Count);
    }

    private static LocalDate Day(DateTime at) => Instant.FromDateTimeUtc(at).InZone(DateTimeZoneProviders.Tzdb[Zone]).Date;

    private static string Label(InteractionView message, string facet) => message.Labels.FirstOrDefault(l => l.Facet == facet)?.Value ?? "unlabelled";

    private static IEnumerable<string> Topics(InteractionView message) => message.Labels.Where(l => l.Facet == Facets.Topic).Select(l => l.Value);

    private static async Task<int> DeltasAsync(TestTenant tenant)
    {
        await using var scope = tenant.Server.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = tenant.Id;
        return await db.Set<RollupDelta>().CountAsync() + await db.Set<OpenDelta>().CountAsync() + await db.Set<ResponseMark>().CountAsync();
    }

    /// <summary>
    /// Messages of the last weeks, edited, taken down, corrected, answered, resolved and opened again at random; two customers
    /// become one, and history comes late.
    /// </summary>
    private sealed class History(TestTenant tenant, TestChannel channel, Random random)
    {
        public async Task PlayAsync()
        {
            var end = TimeProvider.System.GetUtcNow().UtcDateTime;
            var ids = Enumerable.Range(0, 40).Select(i => $"m{i}").ToList();
            foreach (var id in ids)
            {
                await channel.AcceptedAsync(TestChannel.Message(id, Author(id), Text(), $"t{Author(id)}", 1, at: end.AddMinutes(-random.Next(20 * 24 * 60))));
            }

            await channel.SettledAsync("settler");
            for (var revision = 2; revision < 5; revision++)
            {
                foreach (var id in ids.Where(_ => random.Next(3) == 0))
                {
                    await ChangeAsync(id, revision);
                }
            }

            await MergeAsync();
            await ImportAsync(end);
            foreach (var author in ids.Select(Author).Distinct())
            {
                await channel.SettledAsync(author);
            }

            await StatusAsync((await channel.ArrivedAsync("m0")).ConversationId, ConversationStatus.Resolved);
        }

        private async Task MergeAsync()
        {
            var (kept, merged) = ((await channel.ArrivedAsync("m1")).CustomerId, (await channel.ArrivedAsync("m2")).CustomerId);
            await tenant.Owner.PostAsync<JsonElement>($"/api/v1/customers/{kept}/merge", new { other = merged });
        }

        private async Task ImportAsync(DateTime end)
        {
            var import = await TestImport.CreateAsync(tenant.Owner);
            var rows = Enumerable.Range(0, 30).Select(i => TestImport.Row(
                $"i{i}", Text(), $"i{i % 5}", $"t{i % 5}", i % 3 == 2 ? "outbound" : "inbound", at: $"{end.AddMinutes(-random.Next(18 * 24 * 60)):O}"));
            await import.RunAsync(string.Join('\n', rows), days: "9");
        }

        private Task<System.Net.HttpStatusCode> StatusAsync(Guid conversation, ConversationStatus status) =>
            tenant.Owner.StatusAsync(HttpMethod.Put, $"/api/v1/conversations/{conversation}/status", new StatusRequest(status));

        private async Task ChangeAsync(string id, int revision)
        {
            var message = await channel.ArrivedAsync(id);
            switch (random.Next(8))
            {
                case 0:
                    await channel.AcceptedAsync(TestChannel.Deletion(id, Author(id)));
                    break;
                case 1:
                    await channel.AcceptedAsync(TestChannel.Message(id, Author(id), Text(), $"t{Author(id)}", revision, "edited"));
                    break;
                case 2:
                    await CorrectAsync(message, Facets.Sentiment, random.Next(2) == 0 ? "positive" : "negative");
                    break;
                case 3:
                    await CorrectAsync(message, Facets.Topic, random.Next(2) == 0 ? "billing" : "delivery");
                    break;
                case 4:
                case 5:
                    await StatusAsync(message.ConversationId, ConversationStatus.Resolved);
                    break;
                case 6:
                    await StatusAsync(message.ConversationId, ConversationStatus.Open);
                    break;
                default:
                    await tenant.Owner.PostAsync<JsonElement>($"/api/v1/conversations/{message.ConversationId}/replies", new ReplyRequest("We look into it."));
                    break;
            }
        }

        // The message may have been taken down meanwhile: then it has no labels to correct, and that is an answer too.
        private async Task CorrectAsync(InteractionView message, string facet, string value) =>
            await tenant.Owner.StatusAsync(HttpMethod.Put, $"/api/v1/interactions/{message.Id}/labels/{facet}", new LabelRequest(value));

        private string Text() => Texts[random.Next(Texts.Length)];

        private static string Author(string id) => $"a{id[^1]}";
    }

    public sealed class OnSqlite(SqliteServer fixture) : RecountTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : RecountTests(fixture);
}

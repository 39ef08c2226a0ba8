using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Conversations;

public abstract class SearchTests(ServerFixture fixture)
{
    [Theory]
    [InlineData("delivery", "late", "ontime")]
    [InlineData("DELIVERY late", "late")]
    [InlineData("late delivery", "late")]
    [InlineData("\"is late\"", "late")]
    [InlineData("\"late is\"")]
    [InlineData("deliv", "late", "ontime")]
    [InlineData("deliv late")]
    [InlineData("delivery -late", "ontime")]
    [InlineData("-delivery", "accents", "address")]
    [InlineData("-\"is late\" delivery", "ontime")]
    [InlineData("cafe naive", "accents")]
    [InlineData("CAFÉ", "accents")]
    [InlineData("café", "accents")]
    [InlineData("οδος", "accents")]
    [InlineData("ΟΔΟΣ", "accents")]
    [InlineData("서울", "accents")]
    [InlineData("example", "address")]
    [InlineData("ann@example.com", "address")]
    [InlineData("half-price", "address")]
    [InlineData("great", "address")]
    [InlineData("nothing")]
    [InlineData("!!!")]
    [InlineData("   ", "late", "ontime", "accents", "address")]
    public async Task Search_should_find_the_same_on_both_databases(string q, params string[] expected)
    {
        var tenant = await fixture.NewTenantAsync();
        var texts = new Dictionary<string, string>
        {
            ["The delivery is late"] = "late",
            ["My delivery came on time, thanks"] = "ontime",
            ["Café naïve ΟΔΟΣ 서울"] = "accents",
            ["Write to ann@example.com/half-price_great😀 <b>"] = "address",
        };
        await tenant.AddAsync([.. texts.Keys.Select((text, i) => Says(text, i))]);

        Assert.Equal(expected.Order(), (await FindAsync(tenant, q)).Select(text => texts[text!]).Order());
    }

    [Theory]
    [InlineData("Πού είναι η ο\u0301δος;", "όδος")]
    [InlineData("Πού είναι η όδος;", "ο\u0301δος", "οδος", "ΟΔΟΣ", "Όδος", "όδοσ", "ειναι")]
    [InlineData("Die Straße ist schön, Ämter öffnen", "strasse", "STRASSE", "Straße", "schon", "amter")]
    [InlineData("L'été à l'œuvre, ça coûte", "ete", "ÉTÉ", "oeuvre", "œuvre", "ca coute")]
    [InlineData("İstanbul ışık çok güzel", "istanbul", "İSTANBUL", "isik", "IŞIK", "guzel")]
    [InlineData("Đường phố ở Việt Nam", "duong", "ĐƯỜNG", "viet nam", "Việt", "pho")]
    public async Task Accents_should_fold_alike_on_both_databases(string text, params string[] queries)
    {
        var tenant = await fixture.NewTenantAsync();
        await tenant.AddAsync(Says(text, 1), Says("something else", 2));

        foreach (var q in queries.Append(text.Split(' ')[0]))
        {
            Assert.Equal([text], await FindAsync(tenant, q));
        }
    }

    [Fact]
    public async Task Word_that_nearly_every_message_has_should_be_searched_like_any_other()
    {
        const int All = 2_400;
        var (tenant, other) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        using var theirs = await TestChannel.CreateAsync(other.Owner);
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await theirs.AcceptedAsync(TestChannel.Message("theirs", "ann", "the parcel of another organisation", at: start.AddYears(1)));
        foreach (var part in Enumerable.Range(0, All).Chunk(400))
        {
            await channel.AcceptedAsync([.. part.Select(i => TestChannel.Message($"c{i}", $"a{i % 300}", i % 100 == 7 ? "nothing of it" : "Where is the parcel?", $"t{i % 300}", at: start.AddMinutes(i)))]);
        }

        await Eventually.HoldsAsync("all messages", async () => (await tenant.Owner.AllAsync<InteractionView>("/api/v1/interactions", 200)).Count == All);
        var found = await tenant.Owner.AllAsync<InteractionView>("/api/v1/interactions?q=the%20parcel", 200);
        Assert.Equal(Enumerable.Range(0, All).Where(i => i % 100 != 7).Reverse().Select(i => $"c{i}"), found.Select(m => m.ExternalId));
        var conversations = await tenant.Owner.AllAsync<ConversationItem>("/api/v1/conversations?q=the%20parcel", 200);
        Assert.Equal(found.Select(m => m.ConversationId).Distinct().Order(), conversations.Select(c => c.Id).Order());
        Assert.Equal(24, (await tenant.Owner.AllAsync<InteractionView>("/api/v1/interactions?q=nothing", 200)).Count);
    }

    [Fact]
    public async Task Hostile_text_should_never_fail()
    {
        var tenant = await fixture.NewTenantAsync();
        await tenant.AddAsync(Says("Hello", 1));
        foreach (var q in (string[])["\"", "'", "--", "-", "\"\"", "a* OR b", "NEAR(a b)", "words:x", "{0}", "a\0b", "\\", ":*", "&|!", "<->", "(((", new string('x', 5000), string.Join(' ', Enumerable.Range(0, 400)), "\ud83d\ude00", "%", "-\"a", "'; DROP TABLE x"])
        {
            await FindAsync(tenant, q);
            await CustomersAsync(tenant, q);
        }
    }

    [Fact]
    public async Task Edited_and_deleted_messages_should_be_found_as_they_are_now()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "apples", revision: 1), TestChannel.Message("2", "ann", "bananas"));
        await channel.ArrivedAsync("2");
        Assert.Single(await FindAsync(tenant, "apples"));

        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "cherries", revision: 2), TestChannel.Deletion("2", "ann"));
        await channel.ArrivedAsync("2", m => m.DeletedAt is not null);
        await channel.ArrivedAsync("1", m => m.Text == "cherries");

        Assert.Empty(await FindAsync(tenant, "apples"));
        Assert.Empty(await FindAsync(tenant, "bananas"));
        Assert.Single(await FindAsync(tenant, "cherries"));
    }

    [Fact]
    public async Task Search_should_stay_within_the_tenant_and_the_other_filters()
    {
        var (tenant, stranger) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        var seed = await tenant.AddAsync(Says("parcel one", 1), Answers("parcel two", 2));
        await tenant.AddAsync(Says("parcel three", 3));
        await stranger.AddAsync(Says("parcel four", 4));

        Assert.Equal(["parcel three", "parcel two", "parcel one"], await FindAsync(tenant, "parcel"));
        Assert.Equal(["parcel one"], await FindAsync(tenant, "parcel", $"&conversation={seed.Id}&direction=inbound"));
        var paged = await tenant.Owner.AllAsync<InteractionView>("/api/v1/interactions?q=parcel", 1);
        Assert.Equal(["parcel three", "parcel two", "parcel one"], paged.Select(m => m.Text));
    }

    [Fact]
    public async Task Customers_should_be_found_by_name_and_handle_newest_contact_first()
    {
        var (tenant, stranger) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        var early = await tenant.AddAsync(new SeedConversation { Author = "Zoë Müller", Messages = [Says("Hi", 9)] });
        var late = await tenant.AddAsync(new SeedConversation { Author = "Zoe Meier", Messages = [Says("Hi", 3)] });
        await stranger.AddAsync(new SeedConversation { Author = "Zoe Elsewhere", Messages = [Says("Hi", 1)] });

        Assert.Equal([early.CustomerId, late.CustomerId], await CustomersAsync(tenant, "zoe"));
        Assert.Equal([early.CustomerId], await CustomersAsync(tenant, "mull"));
        Assert.Equal([late.CustomerId], await CustomersAsync(tenant, "zoe -müller"));
        Assert.Empty(await CustomersAsync(tenant, "elsewhere"));
    }

    private static async Task<IEnumerable<Guid>> CustomersAsync(TestTenant tenant, string q) =>
        (await tenant.Owner.AllAsync<CustomerView>($"/api/v1/customers?q={Uri.EscapeDataString(q)}", 1)).Select(c => c.Id);

    private static async Task<IEnumerable<string?>> FindAsync(TestTenant tenant, string q, string more = "") =>
        (await tenant.Owner.GetAsync<Page<InteractionView>>($"/api/v1/interactions?q={Uri.EscapeDataString(q)}{more}")).Items.Select(m => m.Text);

    public sealed class OnSqlite(SqliteServer fixture) : SearchTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : SearchTests(fixture);
}

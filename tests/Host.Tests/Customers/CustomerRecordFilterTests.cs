using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.SystemsOfRecord;
using SocialCrm.Host.Tests.Conversations;
using SocialCrm.Host.Tests.Infrastructure;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Customers;

/// <summary>Customers by what systems of record say of them.</summary>
public abstract class CustomerRecordFilterTests(ServerFixture fixture)
{
    [Fact]
    public async Task List_should_show_those_with_the_tier_and_owner_page_by_page()
    {
        var (tenant, other) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        var system = await SystemAsync(tenant);
        var gold = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            gold.Add((await tenant.AddAsync(Says($"Message {i}", i))).CustomerId);
            await LinkAsync(tenant, system, gold[i], "gold", i == 0 ? "Olga" : "Piet");
        }

        await LinkAsync(tenant, system, (await tenant.AddAsync(Says("Silver", 9))).CustomerId, "silver", "Olga");
        await tenant.AddAsync(Says("None", 10));

        Assert.Equal(gold.AsEnumerable().Reverse(), await FoundAsync(tenant, "tier=gold"));
        Assert.Equal([gold[0]], await FoundAsync(tenant, "tier=gold&owner=Olga"));
        Assert.Equal(2, (await FoundAsync(tenant, "owner=Olga")).Count);
        Assert.Equal([gold[0]], await FoundAsync(tenant, $"tier=gold&owner=Olga&q=Ann"));
        Assert.Empty(await FoundAsync(tenant, "tier=bronze"));
        Assert.Equal(7, (await FoundAsync(tenant, "tier=")).Count);
        Assert.Empty(await FoundAsync(other, "tier=gold"));
        var values = await tenant.Owner.GetAsync<RecordValues>("/api/v1/customers/record-values");
        Assert.Equal([new("gold", 5), new("silver", 1)], values.Tiers);
        Assert.Equal([new("Piet", 4), new("Olga", 2)], values.Owners);
        Assert.Empty((await other.Owner.GetAsync<RecordValues>("/api/v1/customers/record-values")).Tiers);
    }

    [Fact]
    public async Task Record_of_a_merged_customer_should_find_who_stands_for_them_now()
    {
        var tenant = await fixture.NewTenantAsync();
        var (ann, bob) = ((await tenant.AddAsync(Says("Ann", 1))).CustomerId, (await tenant.AddAsync(Says("Bob", 2))).CustomerId);
        await LinkAsync(tenant, await SystemAsync(tenant), bob, "gold", "Olga");

        await tenant.Owner.PostAsync<CustomerView>($"/api/v1/customers/{ann}/merge", new { other = bob });
        Assert.Equal([ann], await FoundAsync(tenant, "tier=gold"));

        await tenant.Owner.PostAsync<CustomerView>($"/api/v1/customers/{ann}/undo-merge");
        Assert.Equal([bob], await FoundAsync(tenant, "tier=gold"));
    }

    [Fact]
    public async Task What_a_deleted_system_said_should_find_nobody()
    {
        var tenant = await fixture.NewTenantAsync();
        var system = await SystemAsync(tenant, deletedAt: Start);
        await LinkAsync(tenant, system, (await tenant.AddAsync(Says("Ann", 1))).CustomerId, "gold", "Olga");

        Assert.Empty(await FoundAsync(tenant, "tier=gold"));
        Assert.Empty((await tenant.Owner.GetAsync<RecordValues>("/api/v1/customers/record-values")).Owners);
    }

    private static async Task<List<Guid>> FoundAsync(TestTenant tenant, string query) =>
        [.. (await tenant.Owner.AllAsync<CustomerView>($"/api/v1/customers?{query}", 2)).Select(c => c.Id)];

    private static async Task<Guid> SystemAsync(TestTenant tenant, DateTime? deletedAt = null)
    {
        var system = new RecordSystem { TenantId = tenant.Id, Id = Guid.CreateVersion7(), Kind = "signed-webhook", Name = "CRM", CreatedAt = Start, DeletedAt = deletedAt };
        await AddAsync(tenant, system);
        return system.Id;
    }

    private static Task LinkAsync(TestTenant tenant, Guid system, Guid customer, string tier, string owner) => AddAsync(
        tenant, new RecordLink { TenantId = tenant.Id, SystemId = system, RecordId = $"{customer}", CustomerId = customer, Tier = tier, Owner = owner, AsOf = Start });

    private static async Task AddAsync(TestTenant tenant, object row)
    {
        await using var scope = tenant.Server.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = tenant.Id;
        db.Add(row);
        await db.SaveChangesAsync();
    }

    public sealed class OnSqlite(SqliteServer fixture) : CustomerRecordFilterTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : CustomerRecordFilterTests(fixture);
}

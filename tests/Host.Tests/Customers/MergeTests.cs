using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Conversations;
using SocialCrm.Host.Tests.Infrastructure;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Customers;

public abstract class MergeTests(ServerFixture fixture)
{
    [Fact]
    public async Task Merged_customer_should_have_all_accounts_and_the_other_id_should_answer_with_them()
    {
        var tenant = await fixture.NewTenantAsync();
        var (ann, bob) = (await tenant.AddAsync(Says("One", 1)), await tenant.AddAsync(Says("Two", 2), Says("Three", 3)));

        var merged = await MergeAsync(tenant, ann.CustomerId, bob.CustomerId);

        Assert.Equal(new[] { ann.IdentityId, bob.IdentityId }.Order(), merged.Identities.Select(i => i.Id).Order());
        Assert.Equal(3, merged.Relationship.Inbound);
        Assert.Equal(bob.CustomerId, Assert.Single(merged.Merged).Id);
        Assert.Equal(ann.CustomerId, (await CustomerAsync(tenant, bob.CustomerId)).Id);
        var timeline = await tenant.Owner.AllAsync<TimelineEntry>($"/api/v1/customers/{bob.CustomerId}/timeline", 50);
        Assert.Equal(["Three", "Two", "One"], timeline.Select(e => e.Interaction?.Text).OfType<string>());
        Assert.Equal(ann.CustomerId, Assert.Single((await tenant.Owner.GetAsync<Page<CustomerView>>("/api/v1/customers")).Items).Id);
        Assert.Contains((await tenant.Owner.GetAsync<Page<AuditItem>>("/api/v1/audit")).Items, e => e.Action == "customer.merged");
    }

    [Fact]
    public async Task Undone_merge_should_give_back_all_accounts_with_what_came_meanwhile()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("a1", "ann", "hello"), TestChannel.Message("b1", "bob", "hello"));
        var (ann, bob) = ((await channel.ArrivedAsync("a1")).CustomerId, (await channel.ArrivedAsync("b1")).CustomerId);
        await MergeAsync(tenant, ann, bob);
        await channel.AcceptedAsync(TestChannel.Message("b2", "bob", "again"));
        Assert.Equal(ann, (await channel.ArrivedAsync("b2")).CustomerId);

        var parted = await tenant.Owner.PostAsync<CustomerView>($"/api/v1/customers/{ann}/undo-merge");

        Assert.Equal((bob, 2), (parted.Id, parted.Relationship.Inbound));
        var left = await CustomerAsync(tenant, ann);
        Assert.Equal((ann, 1), (left.Id, left.Relationship.Inbound));
        Assert.Empty(left.Merged);
        Assert.Equal(bob, (await channel.ArrivedAsync("b2")).CustomerId);
    }

    [Fact]
    public async Task Merges_should_be_undone_in_any_order()
    {
        var tenant = await fixture.NewTenantAsync();
        var seeds = new List<SeedConversation>();
        for (var i = 0; i < 5; i++)
        {
            seeds.Add(await tenant.AddAsync(Says($"Message {i}", i)));
        }

        var random = new Random(7);
        var model = new Dictionary<Guid, Guid>();
        var ids = seeds.ConvertAll(s => s.CustomerId);
        for (var step = 0; step < 40; step++)
        {
            var (one, other) = (ids[random.Next(5)], ids[random.Next(5)]);
            if (step < 30 && random.Next(2) == 0 && Root(model, one) != Root(model, other))
            {
                await MergeAsync(tenant, one, other);
                model[Root(model, other)] = Root(model, one);
            }
            else if (step >= 30 ? model.Keys.FirstOrDefault() is var last && last != default : model.ContainsKey(one))
            {
                var parted = step >= 30 ? model.Keys.First() : one;
                Assert.Equal(parted, (await tenant.Owner.PostAsync<CustomerView>($"/api/v1/customers/{parted}/undo-merge")).Id);
                model.Remove(parted);
            }

            foreach (var seed in seeds)
            {
                Assert.Contains(seed.IdentityId, (await CustomerAsync(tenant, Root(model, seed.CustomerId))).Identities.Select(i => i.Id));
            }

            var all = (await tenant.Owner.GetAsync<Page<CustomerView>>("/api/v1/customers")).Items.SelectMany(c => c.Identities).ToList();
            Assert.Equal(5, all.DistinctBy(i => i.Id).Count());
            Assert.Equal(5, all.Count);
        }

        Assert.Empty(model);
    }

    [Fact]
    public async Task Merges_at_the_same_time_should_leave_each_account_with_one_customer()
    {
        var tenant = await fixture.NewTenantAsync();
        var seeds = new List<SeedConversation>();
        for (var i = 0; i < 4; i++)
        {
            seeds.Add(await tenant.AddAsync(Says($"Message {i}", i)));
        }

        var ids = seeds.ConvertAll(s => s.CustomerId);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => MergeAsync(tenant, ids[i], ids[(i + 1) % 4])));

        var one = Assert.Single((await tenant.Owner.GetAsync<Page<CustomerView>>("/api/v1/customers")).Items);
        Assert.Equal(seeds.Select(s => s.IdentityId).Order(), one.Identities.Select(i => i.Id).Order());
    }

    [Fact]
    public async Task Merge_should_be_refused_with_oneself_with_strangers_and_by_viewers()
    {
        var (tenant, stranger) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        var (mine, theirs) = (await tenant.AddAsync(Says("Mine", 1)), await stranger.AddAsync(Says("Theirs", 1)));
        var path = $"/api/v1/customers/{mine.CustomerId}";

        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Post, $"{path}/merge", new MergeRequest(mine.CustomerId), HttpStatusCode.BadRequest);

        Assert.Equal(["other"], problem.Errors!.Keys);
        var foreign = new MergeRequest(theirs.CustomerId);
        Assert.Equal(HttpStatusCode.NotFound, await tenant.Owner.StatusAsync(HttpMethod.Post, $"{path}/merge", foreign));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Owner.StatusAsync(HttpMethod.Post, $"{path}/merge", foreign));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Owner.StatusAsync(HttpMethod.Post, $"{path}/undo-merge"));
        Assert.Equal(HttpStatusCode.Conflict, await tenant.Owner.StatusAsync(HttpMethod.Post, $"{path}/undo-merge"));
        Assert.Equal(HttpStatusCode.Forbidden, await (await tenant.KeyAsync(Role.Viewer)).StatusAsync(HttpMethod.Post, $"{path}/undo-merge"));
        Assert.Equal(mine.IdentityId, Assert.Single((await CustomerAsync(tenant, mine.CustomerId)).Identities).Id);
    }

    private static Guid Root(Dictionary<Guid, Guid> model, Guid id) => model.TryGetValue(id, out var next) ? Root(model, next) : id;

    private static Task<CustomerView> MergeAsync(TestTenant tenant, Guid id, Guid other) =>
        tenant.Owner.PostAsync<CustomerView>($"/api/v1/customers/{id}/merge", new MergeRequest(other));

    private static Task<CustomerView> CustomerAsync(TestTenant tenant, Guid id) => tenant.Owner.GetAsync<CustomerView>($"/api/v1/customers/{id}");

    public sealed class OnSqlite(SqliteServer fixture) : MergeTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : MergeTests(fixture);
}

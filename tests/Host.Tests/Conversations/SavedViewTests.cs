using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Conversations;

public abstract class SavedViewTests(ServerFixture fixture)
{
    private const string Path = "/api/v1/saved-views";

    [Fact]
    public async Task Own_view_should_be_seen_by_its_owner_alone_and_a_shared_one_by_all()
    {
        var tenant = await fixture.NewTenantAsync();
        var (_, agent) = await tenant.MemberAsync(Role.Agent);
        await agent.PostAsync<SavedViewItem>(Path, new SavedViewRequest("My queue", new ViewFilters(Assignee: "me")));
        await tenant.Owner.PostAsync<SavedViewItem>(Path, new SavedViewRequest("Urgent", new ViewFilters(Priority: "urgent"), Shared: true));

        Assert.Equal([("Urgent", false), ("My queue", true)], (await ListAsync(agent)).Select(v => (v.Name, v.MayChange)));
        Assert.Equal([("Urgent", true)], (await ListAsync(tenant.Owner)).Select(v => (v.Name, v.MayChange)));
        Assert.Empty(await ListAsync((await fixture.NewTenantAsync()).Owner));
    }

    [Fact]
    public async Task View_should_say_how_many_open_conversations_it_shows()
    {
        var tenant = await fixture.NewTenantAsync();
        var mine = await tenant.AddAsync(Says("Mine", 1));
        await tenant.AddAsync(Says("Other", 2));
        await tenant.AddAsync(new SeedConversation { Messages = [Says("Done", 3)], Status = ConversationStatus.Resolved });
        await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{mine.Id}/assignee", new AssigneeRequest(tenant.Session.User!.Id));
        await tenant.Owner.PostAsync<SavedViewItem>(Path, new SavedViewRequest("Mine", new ViewFilters(Assignee: "me")));
        await tenant.Owner.PostAsync<SavedViewItem>(Path, new SavedViewRequest("All", new ViewFilters()));
        await tenant.Owner.PostAsync<SavedViewItem>(Path, new SavedViewRequest("Done", new ViewFilters(Status: "resolved")));

        var counted = (await tenant.Owner.GetAsync<Page<SavedViewItem>>($"{Path}?counts=true")).Items;

        Assert.Equal([("Mine", 1), ("All", 2), ("Done", 1)], counted.Select(v => (v.Name, v.Count!.Value)));
        Assert.All(await ListAsync(tenant.Owner), v => Assert.Null(v.Count));
    }

    [Fact]
    public async Task Agents_should_neither_share_views_nor_change_shared_ones()
    {
        var tenant = await fixture.NewTenantAsync();
        var (_, agent) = await tenant.MemberAsync(Role.Agent);
        var (_, lead) = await tenant.MemberAsync(Role.Lead);
        var shared = await lead.PostAsync<SavedViewItem>(Path, new SavedViewRequest("Urgent", new ViewFilters(Priority: "urgent"), Shared: true));
        var own = await tenant.Owner.PostAsync<SavedViewItem>(Path, new SavedViewRequest("Mine", new ViewFilters(Assignee: "me")));

        var request = new SavedViewRequest("Taken", new ViewFilters());
        Assert.Equal(HttpStatusCode.Forbidden, await agent.StatusAsync(HttpMethod.Post, Path, request with { Shared = true }));
        Assert.Equal(HttpStatusCode.Forbidden, await agent.StatusAsync(HttpMethod.Put, $"{Path}/{shared.Id}", request));
        Assert.Equal(HttpStatusCode.Forbidden, await agent.StatusAsync(HttpMethod.Delete, $"{Path}/{shared.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await agent.StatusAsync(HttpMethod.Put, $"{Path}/{own.Id}", request));
        Assert.Equal(HttpStatusCode.NotFound, await lead.StatusAsync(HttpMethod.Delete, $"{Path}/{own.Id}"));
    }

    [Fact]
    public async Task View_should_be_changed_ordered_and_deleted()
    {
        var tenant = await fixture.NewTenantAsync();
        var one = await tenant.Owner.PostAsync<SavedViewItem>(Path, new SavedViewRequest("One", new ViewFilters()));
        var two = await tenant.Owner.PostAsync<SavedViewItem>(Path, new SavedViewRequest("Two", new ViewFilters()));

        await tenant.Owner.PutAsync<SavedViewItem>($"{Path}/{one.Id}", new SavedViewRequest("Uno", new ViewFilters(Tag: "vip", Sort: "waiting", Label: ["type:complaint"])));
        await tenant.Owner.PutAsync<Page<SavedViewItem>>($"{Path}/order", new SavedViewOrder([two.Id, one.Id]));

        var views = await ListAsync(tenant.Owner);
        Assert.Equal(["Two", "Uno"], views.Select(v => v.Name));
        Assert.Equal(("vip", "waiting", "type:complaint"), (views[1].Filters.Tag, views[1].Filters.Sort, Assert.Single(views[1].Filters.Label!)));
        await tenant.Owner.DeleteAsync($"{Path}/{two.Id}");
        Assert.Equal(["Uno"], (await ListAsync(tenant.Owner)).Select(v => v.Name));
    }

    [Fact]
    public async Task What_cannot_be_read_should_be_named()
    {
        var tenant = await fixture.NewTenantAsync();
        (SavedViewRequest Request, string Field)[] wrong =
        [
            (new(" ", new ViewFilters()), "name"), (new("X", new ViewFilters(Status: "closed")), "status"), (new("X", new ViewFilters(Sort: "x")), "sort"),
            (new("X", new ViewFilters(Team: Guid.NewGuid())), "team"), (new("X", new ViewFilters(Label: ["nonsense"])), "label"),
        ];
        foreach (var (request, field) in wrong)
        {
            Assert.Equal([field], (await tenant.Owner.ProblemAsync(HttpMethod.Post, Path, request, HttpStatusCode.BadRequest)).Errors!.Keys);
        }
    }

    private static async Task<IReadOnlyList<SavedViewItem>> ListAsync(ApiClient client) => (await client.GetAsync<Page<SavedViewItem>>(Path)).Items;

    public sealed class OnSqlite(SqliteServer fixture) : SavedViewTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : SavedViewTests(fixture);
}

using System.Net;
using System.Text.Json.Nodes;
using SocialCrm.Host.Access;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Access.Isolation;

/// <summary>
/// Walks the API's description and puts another organisation's ids wherever an id is taken: in paths, queries and bodies. An
/// operation that is added later is tried by itself; if it takes an id of something new, the test asks for one.
/// </summary>
public abstract class IdSwapTests(ServerFixture fixture)
{
    /// <summary>The server's own, for its platform admin: no organisation has them.</summary>
    private static readonly HashSet<string> OfTheServer = [Permissions.ManagePlugins, Permissions.ManageTenants, Permissions.ManageMail];

    [Fact]
    public async Task Ids_of_another_tenant_should_be_as_good_as_none()
    {
        using var own = await TenantWorld.MakeAsync(await fixture.NewTenantAsync());
        using var other = await TenantWorld.MakeAsync(await fixture.NewTenantAsync());
        var operations = (await DescribedOperation.AllAsync(own.Owner)).Where(o => o.Permission is not null && !OfTheServer.Contains(o.Permission)).ToList();
        var before = await PictureAsync(operations, other);

        foreach (var operation in operations)
        {
            await SwapInPathAsync(operation, own, other);
            await SwapInQueryAsync(operation, own, other);
            await SwapInBodyAsync(operation, own, other);
        }

        Assert.Equal(before, await PictureAsync(operations, other));
        await OwnIdsWorkAsync(operations, own);
    }

    [Fact]
    public async Task Rules_should_take_no_ids_of_another_tenant_in_what_they_ask_for_and_do()
    {
        var own = await fixture.NewTenantAsync();
        using var other = await TenantWorld.MakeAsync(await fixture.NewTenantAsync());
        string[] actions = ["team", "roundRobin", "leastLoaded", "notify"];

        foreach (var rule in actions.Select(a => SampleBodies.Rule(a, $"{other.Ids["teams"]}"))
            .Append(SampleBodies.Rule("assign", $"{other.Ids["users"]}")).Append(SampleBodies.Rule("notify", $"{other.Ids["users"]}")).Append(SampleBodies.RuleOn($"{other.Ids["channels"]}")))
        {
            await own.Owner.ProblemAsync(HttpMethod.Post, "/api/v1/rules", rule.ToJsonString(), HttpStatusCode.BadRequest);
        }
    }

    private static async Task SwapInPathAsync(DescribedOperation operation, TenantWorld own, TenantWorld other)
    {
        var body = SampleBodies.Least(operation, own)?.ToJsonString();
        foreach (var place in Places(operation.Path))
        {
            var status = await own.Owner.StatusAsync(operation.Method, Filled(operation.Path, p => (p == place ? other : own).Ids[Collection(operation.Path, p)]), body);
            Assert.True(status == HttpStatusCode.NotFound, $"{operation} answered {(int)status} to another organisation's {place} in its path");
        }
    }

    private static async Task SwapInQueryAsync(DescribedOperation operation, TenantWorld own, TenantWorld other)
    {
        var path = Filled(operation.Path, p => own.Ids[Collection(operation.Path, p)]);
        foreach (var name in operation.IdsInQuery)
        {
            var theirs = await AnswerAsync(own, operation, $"{path}?{name}={other.Ids[SampleBodies.CollectionOf(name)]}");
            var nobodys = await AnswerAsync(own, operation, $"{path}?{name}={Guid.CreateVersion7()}");
            Assert.True(theirs == nobodys, $"{operation} knows another organisation's {name}: {theirs}");
        }
    }

    private static async Task SwapInBodyAsync(DescribedOperation operation, TenantWorld own, TenantWorld other)
    {
        var path = Filled(operation.Path, p => own.Ids[Collection(operation.Path, p)]);
        var body = SampleBodies.Of(operation, own);
        foreach (var place in operation.IdsInBody)
        {
            var swapped = SampleBodies.With(body!, place, other.Ids[SampleBodies.CollectionOf(operation, place.Last(p => p != "*"))]);
            var status = await own.Owner.StatusAsync(operation.Method, path, swapped.ToJsonString());
            Assert.True(
                status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Forbidden,
                $"{operation} answered {(int)status} to another organisation's id as {string.Join('.', place)} in its body");
        }
    }

    /// <summary>Everything above would hold for an API that finds nothing at all: so the same calls must find what is the caller's.</summary>
    private static async Task OwnIdsWorkAsync(IEnumerable<DescribedOperation> operations, TenantWorld own)
    {
        // What is part of something goes before the whole.
        foreach (var operation in operations.Where(o => o.Path.Contains('{', StringComparison.Ordinal))
            .OrderBy(o => o.Method == HttpMethod.Delete).ThenByDescending(o => o.Path.Count(c => c == '/')))
        {
            var path = Filled(operation.Path, p => own.Ids[Collection(operation.Path, p)]);
            var status = await own.Owner.StatusAsync(operation.Method, path, SampleBodies.Of(operation, own)?.ToJsonString());
            Assert.True(status is not HttpStatusCode.NotFound || Consumed(operation), $"{operation} did not find what is the caller's own");
        }
    }

    // A dead letter that was retried is not there to be discarded, and an upload that was sent not to be removed.
    private static bool Consumed(DescribedOperation operation) =>
        operation.Path.EndsWith("/discard", StringComparison.Ordinal) || operation.ToString() == "DELETE /api/v1/attachments/{id}";

    /// <summary>All that an organisation's owner can see of it, as text.</summary>
    private static async Task<List<string>> PictureAsync(IEnumerable<DescribedOperation> operations, TenantWorld world)
    {
        await Eventually.HoldsAsync("the reply, the import and the topic's walk to be over", async () => await IsQuietAsync(world));
        var picture = new List<string>();
        foreach (var operation in operations.Where(o => o.Method == HttpMethod.Get && !o.Path.Contains("insights", StringComparison.Ordinal)))
        {
            var path = Filled(operation.Path, p => world.Ids[Collection(operation.Path, p)]);
            picture.Add($"{path}: {await AnswerAsync(world, operation, path)}");
        }

        return picture;
    }

    private static async Task<bool> IsQuietAsync(TenantWorld world)
    {
        var import = await world.Owner.GetAsync<JsonObject>($"/api/v1/imports/{world.Ids["imports"]}");
        var reply = await world.Owner.GetAsync<JsonObject>($"/api/v1/interactions/{world.Ids["replies"]}");
        var topic = await world.Owner.GetAsync<JsonObject>($"/api/v1/topics/{world.Ids["topics"]}");
        var replay = await world.Owner.GetAsync<JsonObject>($"/api/v1/replays/{world.Ids["replays"]}");
        return replay["finishedAt"] is not null && topic["history"]!["finishedAt"] is not null && import["state"]!.GetValue<string>() == "completed" && reply["delivery"]!["state"]!.GetValue<string>() == "failed";
    }

    private static async Task<string> AnswerAsync(TenantWorld caller, DescribedOperation operation, string path)
    {
        using var response = await caller.Owner.SendAsync(operation.Method, path, SampleBodies.Of(operation, caller)?.ToJsonString());
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    private static IEnumerable<string> Places(string path) => path.Split('/').Where(IsId).Select(part => part.Trim('{', '}'));

    private static bool IsId(string part) => part.StartsWith('{') && part != "{facet}";

    private static string Filled(string path, Func<string, Guid> id) => string.Join(
        '/', path.Split('/').Select(part => part == "{facet}" ? "type" : IsId(part) ? id(part.Trim('{', '}')).ToString() : part));

    /// <summary>An id is of the collection that stands before it: /customers/{id}.</summary>
    private static string Collection(string path, string place)
    {
        var parts = path.Split('/');
        return parts[Array.IndexOf(parts, $"{{{place}}}") - 1];
    }

    public sealed class OnSqlite(SqliteServer fixture) : IdSwapTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : IdSwapTests(fixture);
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Routing;

/// <param name="Ids">All rules, in the order in which they are to be tried.</param>
public sealed record RuleOrder(IReadOnlyList<Guid> Ids);

/// <summary>The list of rules and what people change in it.</summary>
internal sealed class RuleEndpoints(CrmDbContext db, Caller caller, AuditTrail audit, RuleRules check, RuleSets sets, OptimisticCommands commands, TimeProvider time)
{
    private const int MostRules = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rules", ListAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listRules");
        api.MapGet("/rules/{id:guid}", GetAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("getRule").ProducesProblem(404);
        var changes = api.MapGroup("").RequireAuthorization(Permissions.ManageRouting);
        changes.MapPost("/rules", CreateAsync).WithName("createRule").ProducesProblem(400).ProducesProblem(409);
        changes.MapPut("/rules/{id:guid}", UpdateAsync).WithName("updateRule").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        changes.MapDelete("/rules/{id:guid}", DeleteAsync).WithName("deleteRule").ProducesProblem(404).ProducesProblem(409);
        changes.MapPut("/rules/order", OrderAsync).WithName("orderRules").ProducesProblem(400).ProducesProblem(409);
    }

    /// <summary>Lists the rules</summary>
    /// <remarks>In the order in which they are tried on each message.</remarks>
    private static async Task<Ok<Page<RuleItem>>> ListAsync(RuleEndpoints rules, CancellationToken ct) =>
        TypedResults.Ok(new Page<RuleItem>((await rules.AllAsync(ct)).ConvertAll(RuleItem.Of), null));

    /// <summary>Shows a rule</summary>
    /// <remarks>With its conditions, its actions and its place in the order.</remarks>
    /// <param name="id">The rule.</param>
    private static async Task<Results<Ok<RuleItem>, ProblemHttpResult>> GetAsync(Guid id, RuleEndpoints rules, CancellationToken ct) =>
        await rules.FindAsync(id, ct) is { } rule ? TypedResults.Ok(RuleItem.Of(rule)) : Problems.NotFound("rule");

    /// <summary>Makes a rule</summary>
    /// <remarks>
    /// It comes last in the order and holds for messages from now on. A message that opens or reopens a conversation that
    /// nobody has routes it; a later one may raise its priority and add tags, and never moves it.
    /// </remarks>
    private static async Task<Results<Created<RuleItem>, ProblemHttpResult>> CreateAsync(RuleRequest request, RuleEndpoints rules, CancellationToken ct)
    {
        if (await rules.ErrorsAsync(request, ct) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        return await rules.AddAsync(request, ct) is { } rule
            ? TypedResults.Created($"/api/v1/rules/{rule.Id}", RuleItem.Of(rule))
            : Problems.Conflict("too-many-rules", $"An organisation has at most {MostRules} rules. Delete one first.");
    }

    /// <summary>Changes a rule</summary>
    /// <remarks>What it did before stays as it was, and conversations keep the reason in the words of then.</remarks>
    /// <param name="id">The rule.</param>
    private static async Task<Results<Ok<RuleItem>, ProblemHttpResult>> UpdateAsync(
        Guid id, RuleRequest request, RuleEndpoints rules, CancellationToken ct)
    {
        if (await rules.FindAsync(id, ct) is null)
        {
            return Problems.NotFound("rule");
        }

        if (await rules.ErrorsAsync(request, ct) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        return await rules.TryAsync(() => rules.ChangeAsync(id, request, ct), ct) switch
        {
            (false, _) => Busy(),
            (_, { } rule) => TypedResults.Ok(RuleItem.Of(rule)),
            _ => Problems.NotFound("rule"),
        };
    }

    /// <summary>Deletes a rule</summary>
    /// <remarks>What it did stays as it is, and conversations still say that it did.</remarks>
    /// <param name="id">The rule.</param>
    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, RuleEndpoints rules, CancellationToken ct)
    {
        return await rules.TryAsync(() => rules.RemoveAsync(id, ct), ct) switch
        {
            (false, _) => Busy(),
            (_, not null) => TypedResults.NoContent(),
            _ => Problems.NotFound("rule"),
        };
    }

    /// <summary>Puts the rules in order</summary>
    /// <remarks>Rules are tried in this order on each message, until one that stops.</remarks>
    private static async Task<Results<Ok<Page<RuleItem>>, ProblemHttpResult>> OrderAsync(RuleOrder request, RuleEndpoints rules, CancellationToken ct)
    {
        return await rules.TryAsync(() => rules.ArrangeAsync(request.Ids, ct), ct) switch
        {
            (false, _) => Busy(),
            (_, { } all) => TypedResults.Ok(new Page<RuleItem>([.. all.Select(RuleItem.Of)], null)),
            _ => Problems.Invalid("ids", "Give each rule of this organisation once. Somebody may have changed the list: look again."),
        };
    }

    private static ProblemHttpResult Busy() =>
        Problems.Conflict("changed-meanwhile", "Others changed the rules at the same time. Look at them again, then try once more.");

    /// <summary>Runs a change again when another came between; false when others kept coming.</summary>
    private async Task<(bool Done, T? Value)> TryAsync<T>(Func<Task<T?>> change, CancellationToken ct)
        where T : class
    {
        try
        {
            db.ChangeTracker.Clear();
            return (true, await commands.RunAsync(change, ct));
        }
        catch (DbUpdateConcurrencyException)
        {
            return (false, null);
        }
    }

    private async Task<Rule?> ChangeAsync(Guid id, RuleRequest request, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } rule)
        {
            return null;
        }

        rule.Version++;
        (rule.Name, rule.Enabled, rule.Stop) = (request.Name.Trim(), request.Enabled, request.Stop);
        rule.Definition = new RuleDefinition(request.Conditions, request.Actions).Write();
        await SaveAsync("rule.changed", rule, ct);
        return rule;
    }

    private async Task<Rule?> RemoveAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } rule)
        {
            db.Remove(rule);
            await SaveAsync("rule.deleted", rule, ct);
            return rule;
        }

        return null;
    }

    /// <summary>All of them get a new version, so that of two orders one is whole; null when these are not all rules.</summary>
    private async Task<List<Rule>?> ArrangeAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var all = await AllAsync(ct);
        if (ids.Count != all.Count || !ids.ToHashSet().SetEquals(all.Select(r => r.Id)))
        {
            return null;
        }

        foreach (var rule in all)
        {
            rule.Position = ids.ToList().IndexOf(rule.Id);
            rule.Version++;
        }

        await SaveAsync("rules.ordered", null, ct);
        return [.. all.OrderBy(r => r.Position)];
    }

    private Task<Dictionary<string, string[]>> ErrorsAsync(RuleRequest request, CancellationToken ct) => check.ErrorsAsync(request, ct);

    private Task<List<Rule>> AllAsync(CancellationToken ct) => db.Set<Rule>().OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(ct);

    private Task<Rule?> FindAsync(Guid id, CancellationToken ct) => db.Set<Rule>().SingleOrDefaultAsync(r => r.Id == id, ct);

    private async Task<Rule?> AddAsync(RuleRequest request, CancellationToken ct)
    {
        var all = await AllAsync(ct);
        if (all.Count >= MostRules)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var rule = new Rule
        {
            TenantId = caller.TenantId,
            Id = Guid.CreateVersion7(now),
            Name = request.Name.Trim(),
            Position = all.Count == 0 ? 0 : all[^1].Position + 1,
            Enabled = request.Enabled,
            Stop = request.Stop,
            Definition = new RuleDefinition(request.Conditions, request.Actions).Write(),
            CreatedAt = now.UtcDateTime,
        };
        db.Add(rule);
        await SaveAsync("rule.created", rule, ct);
        return rule;
    }

    private async Task SaveAsync(string action, Rule? rule, CancellationToken ct)
    {
        audit.Record(action, "rule", rule?.Id, rule?.Name);
        await db.SaveChangesAsync(ct);
        sets.Forget(caller.TenantId);
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Ingestion;

/// <param name="From">Messages written from then on; left out: from the beginning.</param>
/// <param name="To">Messages written before then; left out: until now.</param>
/// <param name="Channels">Only these channels; left out or empty: all.</param>
/// <param name="Query">Only messages with these words, as in the search.</param>
/// <param name="Apply">True changes what is found; otherwise it is a dry run, which only says what would change.</param>
public sealed record ReplayRequest(
    DateTimeOffset? From = null, DateTimeOffset? To = null, IReadOnlyList<Guid>? Channels = null, string? Query = null, bool Apply = false);

internal sealed class StartReplay(
    CrmDbContext db, OptimisticCommands commands, Caller caller, ChannelDirectory channels, AuditTrail audit, ReplaySignal signal, TimeProvider time)
{
    private const int MostChannels = 100;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/replays", StartAsync).RequireAuthorization(Permissions.ManageReplays).WithName("startReplay")
            .ProducesProblem(400).ProducesProblem(409);
        api.MapPost("/replays/{id:guid}/apply", ApplyAsync).RequireAuthorization(Permissions.ManageReplays).WithName("applyReplay")
            .ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Runs stored messages through today's classifier, topics and rules</summary>
    /// <remarks>
    /// A dry run changes nothing and reports what would change. Applied, machine labels by older versions of the model and topics
    /// that are listened for are brought up to date, and open conversations that nobody has touched are routed as if their messages
    /// came today. What people corrected, assigned, moved, tagged or answered stays; nothing is sent, and nobody is told. It goes on
    /// in the background, behind live messages; an organisation has one at a time.
    /// </remarks>
    /// <response code="202">The replay, to be followed by its id.</response>
    /// <response code="409">Another replay of the organisation is under way.</response>
    private static async Task<Results<Accepted<ReplayView>, ProblemHttpResult>> StartAsync(ReplayRequest request, StartReplay start, CancellationToken ct) =>
        await start.ErrorAsync(request, ct) is { } problem ? problem : await start.RunAsync(_ => Task.FromResult(start.Of(request)), ct);

    /// <summary>Applies what a dry run tried</summary>
    /// <remarks>Goes through the same messages again, by the classifier, topics and rules of now: what changed since the dry run comes out otherwise.</remarks>
    /// <param name="id">The dry run; it has to be done.</param>
    /// <response code="202">The replay that applies it.</response>
    /// <response code="409">It is not a dry run that is done, or another replay is under way.</response>
    private static Task<Results<Accepted<ReplayView>, ProblemHttpResult>> ApplyAsync(Guid id, StartReplay start, CancellationToken ct) =>
        start.RunAsync(db => start.ApplyingAsync(id, db, ct), ct);

    private async Task<Results<Accepted<ReplayView>, ProblemHttpResult>> RunAsync(
        Func<CrmDbContext, Task<(Replay? Replay, ProblemHttpResult? Problem)>> make, CancellationToken ct)
    {
        var (replay, problem) = await commands.RunAsync(() => SaveAsync(make, ct), ct);
        if (replay is null)
        {
            return problem!;
        }

        signal.Raise();
        return TypedResults.Accepted($"/api/v1/replays/{replay.Id}", ReplayView.Of(replay));
    }

    private async Task<(Replay? Replay, ProblemHttpResult? Problem)> SaveAsync(
        Func<CrmDbContext, Task<(Replay? Replay, ProblemHttpResult? Problem)>> make, CancellationToken ct)
    {
        var (replay, problem) = await make(db);
        if (replay is null)
        {
            return (null, problem);
        }

        if (await db.Set<Replay>().AnyAsync(r => r.State == ReplayState.Running, ct))
        {
            return (null, Problems.Conflict("replay-running", "Another replay is under way. Wait until it is done, or stop it."));
        }

        db.Add(replay);
        audit.Record(replay.Apply ? "replay.applied" : "replay.tried", "replay", replay.Id, $"{replay.From:O} – {replay.To:O}");
        await db.SaveChangesAsync(ct);
        return (replay, null);
    }

    private async Task<(Replay? Replay, ProblemHttpResult? Problem)> ApplyingAsync(Guid id, CrmDbContext context, CancellationToken ct)
    {
        if (await context.Set<Replay>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } tried)
        {
            return (null, Problems.NotFound("replay"));
        }

        return tried is { Apply: false, State: ReplayState.Done }
            ? (New(tried.From, tried.To, tried.Channels, tried.Query, apply: true, tried.Id), null)
            : (null, Problems.Conflict("not-a-dry-run", "Only a dry run that is done can be applied."));
    }

    private (Replay? Replay, ProblemHttpResult? Problem) Of(ReplayRequest request) => (New(
        request.From?.UtcDateTime,
        request.To?.UtcDateTime ?? time.GetUtcNow().UtcDateTime,
        [.. (request.Channels ?? []).Distinct().Select(c => c.ToString())],
        string.IsNullOrWhiteSpace(request.Query) ? null : request.Query.Trim(),
        request.Apply,
        dryRun: null), null);

    private Replay New(DateTime? from, DateTime to, string[] only, string? query, bool apply, Guid? dryRun)
    {
        var now = time.GetUtcNow();
        return new Replay
        {
            TenantId = caller.TenantId,
            Id = Guid.CreateVersion7(now),
            From = from,
            To = to,
            Channels = only,
            Query = query,
            Apply = apply,
            DryRunId = dryRun,
            CreatedBy = caller.Name,
            CreatedAt = now.UtcDateTime,
            DueAt = DateTime.UnixEpoch,
        };
    }

    private async Task<ProblemHttpResult?> ErrorAsync(ReplayRequest request, CancellationToken ct)
    {
        if (request is { From: { } from, To: { } to } && from >= to)
        {
            return Problems.Invalid("to", "Give a time after the beginning.");
        }

        if (request.Query is { } query && (query.Length > Replay.LongestQuery || SearchWords.Read(query) is { Terms.Count: 0 }))
        {
            return Problems.Invalid("query", $"Give words to search for, at most {Replay.LongestQuery} characters.");
        }

        if (request.Channels is { Count: > MostChannels })
        {
            return Problems.Invalid("channels", $"Choose at most {MostChannels} channels.");
        }

        var known = await channels.AllAsync(caller.TenantId, ct);
        return request.Channels?.All(known.ContainsKey) == false
            ? Problems.Invalid("channels", "Choose channels of this organisation.")
            : null;
    }
}

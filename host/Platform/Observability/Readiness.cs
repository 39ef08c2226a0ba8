using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Platform.Observability;

/// <summary>Ready: the database answers and its schema is the one this version needs.</summary>
internal sealed class Readiness(IServiceScopeFactory scopes, ILogger<Readiness> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private bool _migrated;

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> AnswerAsync(Readiness readiness, CancellationToken ct) =>
        await readiness.WhyNotAsync(ct) is { } reason
            ? Problems.Of(StatusCodes.Status503ServiceUnavailable, "not-ready", "The server is not ready.", reason)
            : TypedResults.Text("ok\n");

    private async Task<string?> WhyNotAsync(CancellationToken ct)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(Patience);
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
            if (_migrated)
            {
                return await db.Database.CanConnectAsync(limit.Token) ? null : "The database cannot be reached.";
            }

            _migrated = !(await db.Database.GetPendingMigrationsAsync(limit.Token)).Any();
            return _migrated ? null : "The database's schema is older than this version.";
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            log.NotReady(error);
            return "The database cannot be reached.";
        }
    }
}

using Microsoft.EntityFrameworkCore;

namespace SocialCrm.Host.Platform.Database;

/// <summary>
/// Runs a command again from its start when the pipeline or another person changed the same rows at the same time. The
/// command reads what it needs itself, so that each run decides from what is true then.
/// </summary>
public sealed class OptimisticCommands(CrmDbContext db, ICrmDatabase database)
{
    private const int MostRuns = 6;

    public async Task<T> RunAsync<T>(Func<Task<T>> command, CancellationToken ct)
    {
        for (var run = 1; ; run++)
        {
            try
            {
                return await command();
            }
            catch (Exception error) when (run < MostRuns && IsPassing(error))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(5, 25 * run), ct);
            }
        }
    }

    private bool IsPassing(Exception error) =>
        error is DbUpdateConcurrencyException || (error is not OperationCanceledException && database.IsTransient(error));
}

using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Runs;

namespace SocialCrm.Host.Listening;

/// <summary>Makes the walks that are due. It rests after each step as long as the step took, so that live messages come first.</summary>
internal sealed class HistoryWalker(ICrmDatabase database, IServiceScopeFactory scopes, TimeProvider time, ILogger<HistoryWalker> log)
    : RunWorker<string>(database, HistoryRun.Table, time)
{
    protected override async Task<RunStep> StepAsync(RunLease<string> lease, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HistoryStep>().RunAsync(lease, ct) ? RunStep.Rest : RunStep.Over;
    }

    protected override void Failed(Exception error) => log.HistoryFailed(error);
}

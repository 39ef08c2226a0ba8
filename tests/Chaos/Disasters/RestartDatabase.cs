namespace SocialCrm.Chaos.Disasters;

/// <summary>The database ends at once, is away for a moment, recovers.</summary>
internal sealed class RestartDatabase : IDisaster
{
    public string Name => "the database is restarted";

    public async Task StrikeAsync(Ground ground, Random random)
    {
        await Task.Run(ground.Cluster.Postgres.Crash);
        await Task.Delay(random.Next(3_000));
        await ground.Cluster.Postgres.EnsureRunningAsync();
    }
}

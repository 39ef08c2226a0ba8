namespace SocialCrm.Chaos.Disasters;

/// <summary>The primary is lost for good and its synchronous standby takes over. Nobody tells the nodes.</summary>
internal sealed class PromoteStandby : IDisaster
{
    public string Name => "the primary is lost and the standby promoted";

    public async Task StrikeAsync(Ground ground, Random random)
    {
        await ground.Crowd.HasDeliveredAsync(random.Next(200, 500));
        await Task.Run(ground.Cluster.Postgres.Crash);
        await Task.Delay(random.Next(1_000));
        await Task.Run(ground.Cluster.Standby!.Promote);
        await ground.Crowd.HasDeliveredAsync(200);
    }
}

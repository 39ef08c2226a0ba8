namespace SocialCrm.Chaos.Disasters;

/// <summary>A node comes back with a clock that is an hour off, works for a while, and comes back with the right one.</summary>
internal sealed class SkewClock : IDisaster
{
    public string Name => "a node's clock is an hour off";

    public async Task StrikeAsync(Ground ground, Random random)
    {
        var node = ground.Any(random);
        await RestartAsync(node, TimeSpan.FromHours(random.Next(2) == 0 ? 1 : -1));
        await ground.Forum.PublishAsync(3);
        await ground.Crowd.HasDeliveredAsync(random.Next(200, 400));
        await RestartAsync(node, TimeSpan.Zero);
    }

    private static async Task RestartAsync(Node node, TimeSpan offset)
    {
        await node.Server.KillAsync();
        node.Server.ClockOffset = offset;
        await node.Server.StartAsync();
    }
}

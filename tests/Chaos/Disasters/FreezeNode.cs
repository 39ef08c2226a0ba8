namespace SocialCrm.Chaos.Disasters;

/// <summary>A node stands still and then goes on as if no time had passed.</summary>
internal sealed class FreezeNode(TimeSpan duration) : IDisaster
{
    public string Name => $"a node stands still for {duration.TotalSeconds} s";

    public async Task StrikeAsync(Ground ground, Random random)
    {
        var node = ground.Any(random);
        node.Server.Suspend();
        try
        {
            await Task.WhenAll(Task.Delay(duration), ground.Crowd.HasDeliveredAsync(random.Next(50, 200)));
        }
        finally
        {
            node.Server.Resume();
        }
    }
}

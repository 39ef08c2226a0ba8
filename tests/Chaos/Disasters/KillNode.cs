namespace SocialCrm.Chaos.Disasters;

/// <summary>A node ends without a word, and is started again.</summary>
internal sealed class KillNode : IDisaster
{
    public string Name => "a node is killed";

    public async Task StrikeAsync(Ground ground, Random random)
    {
        var node = ground.Any(random);
        await node.Server.KillAsync();
        await ground.Crowd.HasDeliveredAsync(random.Next(50, 200));
        await node.Server.StartAsync();
    }
}

namespace SocialCrm.Chaos.Disasters;

/// <summary>Two nodes poll the same channel at the same time.</summary>
internal sealed class PollTwice : IDisaster
{
    public string Name => "two nodes poll the same channel";

    public Task StrikeAsync(Ground ground, Random random) => ground.Forum.PollTwiceAsync(ground.Witness, together: random.Next(2) == 0);
}

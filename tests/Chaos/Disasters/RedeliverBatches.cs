namespace SocialCrm.Chaos.Disasters;

/// <summary>Networks deliver again much of what they had delivered, whole batches of it, in any order.</summary>
internal sealed class RedeliverBatches : IDisaster
{
    private const int MostOfAuthor = 6;

    public string Name => "whole batches are delivered again";

    public Task StrikeAsync(Ground ground, Random random) => ground.Crowd.RedeliverAsync(random, MostOfAuthor);
}

namespace SocialCrm.Chaos.Disasters;

/// <summary>Edits come before what they edit, deletions before what they delete, on any node.</summary>
internal sealed class DeliverOutOfOrder : IDisaster
{
    private const int Authors = 3;

    public string Name => "messages come out of order";

    public async Task StrikeAsync(Ground ground, Random random)
    {
        for (var author = 0; author < Authors; author++)
        {
            await ground.Crowd.ScatterAsync(random);
        }
    }
}

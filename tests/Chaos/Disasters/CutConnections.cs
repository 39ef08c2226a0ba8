namespace SocialCrm.Chaos.Disasters;

/// <summary>One or more nodes lose all connections to the database in the middle of everything, and get new ones only later.</summary>
internal sealed class CutConnections : IDisaster
{
    public string Name => "connections to the database are cut";

    public async Task StrikeAsync(Ground ground, Random random)
    {
        var lines = ground.Some(random).ConvertAll(n => n.Line!);
        lines.ForEach(line => line.Cut());
        await Task.Delay(random.Next(200, 5_000));
        lines.ForEach(line => line.Mend());
    }
}

namespace SocialCrm.Chaos.Disasters;

/// <summary>Every piece that one or more nodes say to the database, or hear from it, takes long.</summary>
internal sealed class SlowConnections : IDisaster
{
    public string Name => "connections to the database are slow";

    public async Task StrikeAsync(Ground ground, Random random)
    {
        var lines = ground.Some(random).ConvertAll(n => n.Line!);
        lines.ForEach(line => line.Slow(TimeSpan.FromMilliseconds(random.Next(20, 300))));
        await Task.Delay(random.Next(3_000, 6_000));
        lines.ForEach(line => line.Mend());
    }
}

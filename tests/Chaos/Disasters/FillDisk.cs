namespace SocialCrm.Chaos.Disasters;

/// <summary>The disk of the database is full for some seconds. PostgreSQL may give up over it; then it is started again.</summary>
internal sealed class FillDisk : IDisaster
{
    public string Name => "the database's disk is full";

    public async Task StrikeAsync(Ground ground, Random random)
    {
        var disk = ground.Cluster.Disk!;
        try
        {
            await disk.StayFullAsync(TimeSpan.FromMilliseconds(random.Next(3_000, 6_000)));
        }
        finally
        {
            disk.MakeRoom();
        }

        await ground.Cluster.Postgres.EnsureRunningAsync();
    }
}

namespace SocialCrm.Chaos.Disasters;

/// <summary>Something that happens to a cluster under load, and is over when this returns: all nodes run and reach the database.</summary>
internal interface IDisaster
{
    string Name { get; }

    Task StrikeAsync(Ground ground, Random random);
}

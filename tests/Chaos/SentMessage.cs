namespace SocialCrm.Chaos;

/// <summary>A message that was acknowledged.</summary>
public sealed class SentMessage(string id)
{
    public string Id => id;

    /// <summary>The latest revision that was acknowledged.</summary>
    public int Revision { get; set; } = 1;

    public string Text => TextOf(id, Revision);

    public static string TextOf(string id, int revision) => $"Message {id}, revision {revision}: is my order on its way?";
}

namespace SocialCrm.Host.Channels;

/// <summary>How channels are reached. <c>PublicUrl</c> is a setting of the whole server and stands at the top of the configuration.</summary>
public sealed class ChannelsOptions
{
    /// <summary>The address under which the outside reaches this server; empty to take it from the request.</summary>
    public string PublicUrl { get; set; } = "";
}

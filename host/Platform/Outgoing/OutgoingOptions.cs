namespace SocialCrm.Host.Platform.Outgoing;

/// <summary>What requests to the outside may reach. Bound from the section "Outgoing"; <c>--allow-network</c> adds to it.</summary>
public sealed class OutgoingOptions
{
    /// <summary>
    /// Networks in CIDR notation (10.1.0.0/16) that may be called although they are loopback, private or reserved; each
    /// entry may hold several, separated by commas.
    /// </summary>
    public IList<string> AllowedNetworks { get; } = [];
}

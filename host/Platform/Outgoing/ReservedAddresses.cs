using System.Net;
using System.Net.Sockets;

namespace SocialCrm.Host.Platform.Outgoing;

/// <summary>
/// Addresses that do not belong to the public internet, and IPv6 forms that carry such an address inside.
/// Source: the IANA special-purpose address registries (RFC 6890 and its updates).
/// </summary>
internal static class ReservedAddresses
{
    private static readonly IPNetwork[] Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "::/96", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7",
            "fe80::/10", "fec0::/10", "ff00::/8", "64:ff9b:1::/48",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    // Where in an IPv6 address of the prefix an IPv4 address lies: NAT64, 6to4 and IPv4-translated.
    private static readonly (IPNetwork Prefix, int Offset)[] Carriers =
        [(IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("2002::/16"), 2), (IPNetwork.Parse("::ffff:0:0:0/96"), 12)];

    public static bool Holds(IPAddress address)
    {
        if (Array.Exists(Reserved, network => network.Contains(address)))
        {
            return true;
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            && Array.Exists(Carriers, carrier => carrier.Prefix.Contains(address) && Holds(Carried(address, carrier.Offset)));
    }

    private static IPAddress Carried(IPAddress address, int offset) => new(address.GetAddressBytes().AsSpan(offset, 4));
}

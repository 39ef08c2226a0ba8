using System.Net;

namespace SocialCrm.Host.Platform.Outgoing;

/// <summary>Reads the networks that the operator named.</summary>
internal static class AllowedNetworks
{
    public static IEnumerable<IPNetwork> Read(OutgoingOptions options) => Texts(options).Select(text => TryRead(text)!.Value);

    public static bool AreValid(OutgoingOptions options) => Texts(options).All(text => TryRead(text) is not null);

    private static IEnumerable<string> Texts(OutgoingOptions options) =>
        options.AllowedNetworks.SelectMany(entry => entry.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    // A single address is meant as itself, and the bits behind the prefix (10.1.2.3/8) as nothing.
    private static IPNetwork? TryRead(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out var address))
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        if (parts.Length == 1)
        {
            return new IPNetwork(address, bytes.Length * 8);
        }

        if (!byte.TryParse(parts[1], out var prefix) || prefix > bytes.Length * 8)
        {
            return null;
        }

        for (var bit = (int)prefix; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPNetwork(new IPAddress(bytes), prefix);
    }
}

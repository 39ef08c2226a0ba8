using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Platform.Outgoing;

/// <summary>
/// Decides which addresses a request may go to, so that a setting that someone typed in cannot reach the inside of the
/// organisation's network. Only the operator of the server can allow more.
/// </summary>
public sealed class AddressGuard(IOptions<OutgoingOptions> options)
{
    private readonly IPNetwork[] _allowed = [.. AllowedNetworks.Read(options.Value)];

    public bool IsAllowed(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(_allowed, network => network.Contains(plain)) || !ReservedAddresses.Holds(plain);
    }

    /// <summary>Looks the host up and keeps the addresses that may be called.</summary>
    /// <exception cref="AddressRefusedException">None of them may.</exception>
    /// <exception cref="SocketException">The host is unknown.</exception>
    public async Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(host.Trim('[', ']'), ct);
        var allowed = Array.FindAll(addresses, IsAllowed);
        return allowed.Length > 0 ? allowed : throw new AddressRefusedException(
            $"{host} is a loopback, private or reserved address ({string.Join(", ", addresses.Take(3).Select(a => a.ToString()))}), which this server does not call. The operator can allow its network with --allow-network.");
    }

    /// <summary>Null when a request to the address would be let out, else why not.</summary>
    public async ValueTask<string?> WhyRefusedAsync(Uri address, CancellationToken ct)
    {
        if (!IsWeb(address))
        {
            return $"{address} is not an absolute http or https address.";
        }

        try
        {
            await ResolveAsync(address.IdnHost, ct);
            return null;
        }
        catch (AddressRefusedException refused)
        {
            return refused.Message;
        }
        catch (SocketException)
        {
            return $"The host {address.Host} is unknown. Check its spelling, and whether this server can resolve it.";
        }
    }

    public static bool IsWeb(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}

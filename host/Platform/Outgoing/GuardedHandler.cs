using System.Net;
using System.Net.Sockets;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Platform.Outgoing;

/// <summary>
/// Sends requests to the public internet only. The address that was checked is the one that is connected to, so that a
/// name cannot change its meaning between the two. No redirects, proxies or cookies; answers of up to 1 MiB unless they are streamed.
/// </summary>
public sealed class GuardedHandler : DelegatingHandler
{
    public const int MaxResponseBytes = 1024 * 1024;
    private readonly AddressGuard _guard;
    private readonly bool _streams;

    /// <param name="guard">Decides what may be called.</param>
    /// <param name="streams">True for callers that read the answer as it comes and keep a limit of their own.</param>
    public GuardedHandler(AddressGuard guard, bool streams = false)
    {
        (_guard, _streams) = (guard, streams);
        InnerHandler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 64,
            ActivityHeadersPropagator = null,
            ConnectCallback = ConnectAsync,
        };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!AddressGuard.IsWeb(request.RequestUri))
        {
            throw new AddressRefusedException("Only http and https addresses can be called.");
        }

        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException error) when (error.InnerException is AddressRefusedException refused)
        {
            throw new AddressRefusedException(refused.Message, error);
        }

        if (_streams)
        {
            return response;
        }

        try
        {
            // Read here, so that the limit holds whether or not the caller asks for a stream.
            await response.Content.LoadIntoBufferAsync(MaxResponseBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await _guard.ResolveAsync(context.DnsEndPoint.Host, ct);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

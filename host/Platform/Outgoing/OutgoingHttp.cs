namespace SocialCrm.Host.Platform.Outgoing;

/// <summary>The one way out: every request to an address that someone typed in goes through a client from here.</summary>
public sealed class OutgoingHttp(AddressGuard guard) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(25);
    private readonly GuardedHandler _handler = new(guard);

    public AddressGuard Guard => guard;

    /// <summary>A client with headers of its own over shared connections. Disposing it harms no other.</summary>
    public HttpClient NewClient()
    {
        var client = new HttpClient(_handler, disposeHandler: false) { Timeout = Timeout, MaxResponseContentBufferSize = GuardedHandler.MaxResponseBytes };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("SocialCrmServer/0.1");
        return client;
    }

    public void Dispose() => _handler.Dispose();
}

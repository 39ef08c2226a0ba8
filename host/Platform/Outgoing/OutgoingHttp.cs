namespace SocialCrm.Host.Platform.Outgoing;

/// <summary>The one way out: every request to an address that someone typed in goes through a client from here.</summary>
public sealed class OutgoingHttp(AddressGuard guard) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(25);
    private readonly GuardedHandler _handler = new(guard);
    private readonly GuardedHandler _streams = new(guard, streams: true);

    public AddressGuard Guard => guard;

    /// <summary>A client with headers of its own over shared connections. Disposing it harms no other.</summary>
    public HttpClient NewClient() => New(_handler);

    /// <summary>A client for files: the answer comes as a stream, whose length the caller limits while reading.</summary>
    public HttpClient NewFileClient() => New(_streams);

    public void Dispose()
    {
        _handler.Dispose();
        _streams.Dispose();
    }

    private static HttpClient New(GuardedHandler handler)
    {
        var client = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout, MaxResponseContentBufferSize = GuardedHandler.MaxResponseBytes };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("SocialCrmServer/0.1");
        return client;
    }
}

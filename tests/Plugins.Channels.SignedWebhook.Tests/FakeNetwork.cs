namespace SocialCrm.Plugins.Channels.SignedWebhook.Tests;

/// <summary>Answers requests as a test says, and keeps the last one.</summary>
internal sealed class FakeNetwork : HttpMessageHandler
{
    private readonly Func<HttpRequestMessage, HttpResponseMessage> _answer;
    private HttpRequestMessage? _request;

    public FakeNetwork(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _answer = answer;
        Client = new HttpClient(this);
    }

    public HttpClient Client { get; }

    public byte[] Body { get; private set; } = [];

    public string Header(string name) => Assert.Single(_request!.Headers.GetValues(name));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _request = request;
        Body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        return _answer(request);
    }
}

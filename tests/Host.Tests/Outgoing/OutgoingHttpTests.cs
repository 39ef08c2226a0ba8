using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Outgoing;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Outgoing;

public sealed class OutgoingHttpTests
{
    [Fact]
    public async Task Request_to_the_inside_should_be_refused_before_anything_is_sent()
    {
        using var site = new OneAnswerSite("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var outgoing = Outgoing();
        using var client = outgoing.NewClient();

        await Assert.ThrowsAsync<AddressRefusedException>(() => client.GetAsync(site.Address));

        Assert.False(site.WasCalled);
    }

    [Fact]
    public async Task Other_scheme_should_be_refused()
    {
        using var outgoing = Outgoing("127.0.0.1");
        using var client = outgoing.NewClient();

        await Assert.ThrowsAnyAsync<Exception>(() => client.GetAsync(new Uri("file:///etc/passwd")));
    }

    [Fact]
    public async Task Redirect_should_not_be_followed_and_cookies_not_be_kept()
    {
        using var site = new OneAnswerSite("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var outgoing = Outgoing("127.0.0.1");
        using var client = outgoing.NewClient();

        using var answer = await client.GetAsync(site.Address);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        using var second = await client.GetAsync(site.Address);
        Assert.DoesNotContain("Cookie", site.LastRequest, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(HttpCompletionOption.ResponseContentRead)]
    [InlineData(HttpCompletionOption.ResponseHeadersRead)]
    public async Task Answer_past_the_limit_should_be_cut_off_however_it_is_read(HttpCompletionOption reading)
    {
        var body = new string('x', GuardedHandler.MaxResponseBytes + 1);
        using var site = new OneAnswerSite($"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{body}");
        using var outgoing = Outgoing("127.0.0.1");
        using var client = outgoing.NewClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(site.Address, reading));
    }

    private static OutgoingHttp Outgoing(string allowed = "")
    {
        var options = new OutgoingOptions();
        options.AllowedNetworks.Add(allowed);
        return new OutgoingHttp(new AddressGuard(Options.Create(options)));
    }

    /// <summary>A site on this machine that gives the same answer to all.</summary>
    private sealed class OneAnswerSite : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public OneAnswerSite(string answer)
        {
            _listener.Start();
            Address = new Uri($"http://{_listener.LocalEndpoint}/");
            _ = ServeAsync(Encoding.ASCII.GetBytes(answer));
        }

        public Uri Address { get; }

        public bool WasCalled => LastRequest.Length > 0;

        public string LastRequest { get; private set; } = "";

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync(byte[] answer)
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    var request = new byte[4096];
                    LastRequest = Encoding.ASCII.GetString(request, 0, await client.GetStream().ReadAsync(request));
                    await client.GetStream().WriteAsync(answer);
                }
            }
            catch (Exception error) when (error is SocketException or IOException or ObjectDisposedException)
            {
                // The test is over, or its client has seen enough.
            }
        }
    }
}

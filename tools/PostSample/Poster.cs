using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using SocialCrm.Sdk;

namespace SocialCrm.Tools.PostSample;

/// <summary>Posts signed requests, and waits where the server asks for it.</summary>
internal sealed class Poster(Options options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(1);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    public int Waited { get; private set; }

    /// <summary>The answer that is not a request to wait.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(byte[] body, CancellationToken ct)
    {
        var id = $"msg_{Guid.NewGuid():N}";
        while (true)
        {
            using var request = Request(id, body);
            using var response = await SendAsync(request, ct);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return (response.StatusCode, await response.Content.ReadAsStringAsync(ct));
            }

            Waited++;
            await Task.Delay(response.Headers.RetryAfter?.Delta ?? DefaultWait, time, ct);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await _http.SendAsync(request, ct);
        }
        catch (HttpRequestException error)
        {
            throw new UsageException($"{options.Url.Authority} cannot be reached ({error.Message}). Is the server running?");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new UsageException($"{options.Url.Authority} did not answer within {_http.Timeout.TotalSeconds:0} seconds.");
        }
    }

    private HttpRequestMessage Request(string id, byte[] body)
    {
        var now = time.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(StandardWebhooks.IdHeader, id);
        request.Headers.Add(StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardWebhooks.SignatureHeader, StandardWebhooks.Sign(options.Secret, id, now, body));
        return request;
    }
}

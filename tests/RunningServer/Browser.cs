using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace SocialCrm.RunningServer;

/// <summary>A person's browser: keeps the cookie of the session, and sends back the token that a page would read.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClientHandler _handler = new();

    public Browser(ServerProcess server) => Http = new HttpClient(_handler) { BaseAddress = server.Http.BaseAddress };

    /// <summary>They hold on every node of the installation.</summary>
    public CookieContainer Cookies => _handler.CookieContainer;

    public HttpClient Http { get; }

    public Task<JsonNode> PostAsync(string path, JsonObject body) => PostAsync(Http, path, body);

    public void Dispose() => Http.Dispose();

    internal static async Task<JsonNode> PostAsync(HttpClient http, string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"POST {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies)
            && cookies.FirstOrDefault(c => c.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal)) is { } token)
        {
            http.DefaultRequestHeaders.Remove("X-XSRF-TOKEN");
            http.DefaultRequestHeaders.Add("X-XSRF-TOKEN", Uri.UnescapeDataString(token["XSRF-TOKEN=".Length..].Split(';')[0]));
        }

        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Tests.Infrastructure;

/// <summary>Speaks to the API as the UI does, keeping cookies and sending the antiforgery token back, or as a program with a key.</summary>
public sealed class ApiClient
{
    private const string TokenCookie = "XSRF-TOKEN";
    private const string TokenHeader = "X-XSRF-TOKEN";

    public static readonly JsonSerializerOptions Json = Settings();

    public ApiClient(Uri address, string? key = null)
    {
        Http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        if (key is not null)
        {
            Http.DefaultRequestHeaders.Add("X-Api-Key", key);
        }
    }

    public HttpClient Http { get; }

    public CookieContainer Cookies { get; } = new();

    /// <summary>False leaves the antiforgery token out, as another site's page would.</summary>
    public bool SendsToken { get; set; } = true;

    public Task<T> GetAsync<T>(string path) => CallAsync<T>(HttpMethod.Get, path);

    public Task<T> PostAsync<T>(string path, object? body = null) => CallAsync<T>(HttpMethod.Post, path, body);

    public Task<T> PutAsync<T>(string path, object? body = null) => CallAsync<T>(HttpMethod.Put, path, body);

    public Task PostAsync(string path, object? body = null) => CallAsync(HttpMethod.Post, path, body);

    public Task DeleteAsync(string path) => CallAsync(HttpMethod.Delete, path);

    /// <summary>Sends a call and answers with whatever comes; text goes as it is, anything else as JSON.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string json => new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body, body.GetType(), options: Json),
        };
        if (SendsToken && method != HttpMethod.Get && Token() is { } token)
        {
            request.Headers.Add(TokenHeader, token);
        }

        return await Http.SendAsync(request);
    }

    public async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, object? body = null)
    {
        using var response = await SendAsync(method, path, body);
        return response.StatusCode;
    }

    /// <summary>Sends a call that must be refused with this status, and gives the problem it is refused with.</summary>
    public async Task<Problem> ProblemAsync(HttpMethod method, string path, object? body, HttpStatusCode status)
    {
        using var response = await SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{method} {path} answered {(int)response.StatusCode}, not {(int)status}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<Problem>(Json);
        Assert.Equal((int)status, problem!.Status);
        return problem;
    }

    private async Task<T> CallAsync<T>(HttpMethod method, string path, object? body = null)
    {
        using var response = await SuccessAsync(method, path, body);
        return (await response.Content.ReadFromJsonAsync<T>(Json))!;
    }

    private async Task CallAsync(HttpMethod method, string path, object? body = null) =>
        (await SuccessAsync(method, path, body)).Dispose();

    private async Task<HttpResponseMessage> SuccessAsync(HttpMethod method, string path, object? body)
    {
        var response = await SendAsync(method, path, body);
        if (!response.IsSuccessStatusCode)
        {
            Assert.Fail($"{method} {path} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }

        return response;
    }

    private string? Token() => Cookies.GetCookies(Http.BaseAddress!)[TokenCookie]?.Value;

    private static JsonSerializerOptions Settings()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonSettings.Apply(options);
        options.RespectNullableAnnotations = false; // A test may send what a client should not.
        return options;
    }
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SocialCrm.Benchmarks.Pages;

/// <summary>Calls the API as a program of an organisation.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient _http;

    public Caller(Uri server, string key)
    {
        _http = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromMinutes(2) };
        _http.DefaultRequestHeaders.Add("X-Api-Key", key);
    }

    public async Task<JsonNode> GetAsync(string path, CancellationToken ct) => JsonNode.Parse(await TextAsync(path, ct))!;

    /// <summary>The whole answer, read to its end.</summary>
    public async Task<string> TextAsync(string path, CancellationToken ct)
    {
        using var answer = await _http.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), ct);
        return await TextAsync("GET", path, answer, ct);
    }

    public async Task<JsonNode> PostAsync(string path, object body, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri($"/api/v1/{path}", UriKind.Relative), body, ct);
        return JsonNode.Parse(await TextAsync("POST", path, answer, ct))!;
    }

    public async Task PutAsync(string path, object body, CancellationToken ct)
    {
        using var answer = await _http.PutAsJsonAsync(new Uri($"/api/v1/{path}", UriKind.Relative), body, ct);
        await TextAsync("PUT", path, answer, ct);
    }

    public async Task<JsonNode> UploadAsync(string path, byte[] file, CancellationToken ct, string? resolveOlderThanDays = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "history.jsonl" } };
        if (resolveOlderThanDays is not null)
        {
            form.Add(new StringContent(resolveOlderThanDays), "resolveOlderThanDays");
        }

        using var answer = await _http.PostAsync(new Uri($"/api/v1/{path}", UriKind.Relative), form, ct);
        return JsonNode.Parse(await TextAsync("POST", path, answer, ct))!;
    }

    public void Dispose() => _http.Dispose();

    private static async Task<string> TextAsync(string method, string path, HttpResponseMessage answer, CancellationToken ct)
    {
        var text = await answer.Content.ReadAsStringAsync(ct);
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{method} {path} answered {(int)answer.StatusCode}: {text}");
    }
}

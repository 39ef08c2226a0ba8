using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Ingestion.Imports;

/// <summary>A channel for imports, and files for it.</summary>
internal sealed class TestImport(ApiClient owner, Guid channel)
{
    public Guid Channel => channel;

    public static async Task<TestImport> CreateAsync(ApiClient owner)
    {
        var made = await owner.PostAsync<JsonElement>("/api/v1/channels", new { connector = "import", name = "History", settings = new { } });
        Assert.True(made.GetProperty("canImport").GetBoolean());
        return new TestImport(owner, made.GetProperty("id").GetGuid());
    }

    public static string Row(
        string id, string text = "Where is my parcel?", string author = "ann", string? thread = null, string direction = "inbound", string? inReplyTo = null, string at = "2020-04-01T10:00:00Z", string? company = null) =>
        JsonSerializer.Serialize(new { id, thread, inReplyTo, direction, company, author = new { id = author, handle = author }, text, at });

    public static MultipartFormDataContent Form(string content, string? mapping = null, string? days = null, string name = "history.jsonl")
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { file, "file", name } };
        foreach (var (field, value) in new[] { ("mapping", mapping), ("resolveOlderThanDays", days) })
        {
            if (value is not null)
            {
                form.Add(new StringContent(value), field);
            }
        }

        return form;
    }

    public async Task<Guid> StartAsync(string content, string? mapping = null, string? days = null)
    {
        using var form = Form(content, mapping, days);
        using var response = await owner.SendAsync(HttpMethod.Post, $"/api/v1/channels/{channel}/imports", form);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("id").GetGuid();
    }

    public async Task<ImportView> FinishedAsync(Guid id, ImportState state = ImportState.Completed)
    {
        var last = default(ImportView);
        return await Eventually.FindsAsync(
            $"the import to be {state}",
            async () => (last = await owner.GetAsync<ImportView>($"/api/v1/imports/{id}")).FinishedAt is not null ? last : null,
            TimeSpan.FromSeconds(60));
    }

    public async Task<ImportView> RunAsync(string content, string? mapping = null, string? days = null) =>
        await FinishedAsync(await StartAsync(content, mapping, days));

    public async Task<IReadOnlyList<InteractionView>> MessagesAsync() =>
        (await owner.GetAsync<Page<InteractionView>>($"/api/v1/interactions?channel={channel}&limit=200")).Items;
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.SystemsOfRecord.SignedWebhook.Pulling;

/// <summary>Asks the pull address for what changed: <c>GET pullUrl?cursor=…</c>, signed over an empty body.</summary>
internal sealed class ChangePuller(SystemOfRecordContext<SignedWebhookRecordSettings> system, TimeProvider time)
{
    public async ValueTask<PullResult> PullAsync(string? cursor, CancellationToken cancellationToken)
    {
        if (system.Settings.PullUrl is not { } address)
        {
            return PullResult.Failed("There is no pull address. Fill it in, in the settings.");
        }

        try
        {
            using var request = Request(address, cursor);
            using var response = await system.Http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? Read(await response.Content.ReadAsByteArrayAsync(cancellationToken), address.Host)
                : Refused(response);
        }
        catch (AddressRefusedException refused)
        {
            return PullResult.CredentialsRejected(refused.Message);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return PullResult.Failed($"{address.Host} could not be reached, or its answer is larger than 1 MiB.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PullResult.Failed($"{address.Host} did not answer in time.");
        }
    }

    private HttpRequestMessage Request(Uri address, string? cursor)
    {
        var query = cursor is null ? "" : $"{(address.Query.Length > 1 ? "&" : "?")}cursor={Uri.EscapeDataString(cursor)}";
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{address.GetLeftPart(UriPartial.Query)}{query}"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (system.Settings.PullToken is { } token)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        SignedHeaders.Add(request, system.SigningSecrets, $"pull_{Guid.NewGuid():N}", time.GetUtcNow(), []);
        return request;
    }

    private PullResult Refused(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var after = SignedHeaders.RetryAfter(response, time);
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => PullResult.Limited("The pull address asks us to slow down (429).", after),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => PullResult.CredentialsRejected(
                $"The pull address accepts neither our signature nor our token ({status}). Check both, then pull again."),
            HttpStatusCode.Gone => PullResult.Gone("The pull address is gone (410). Enter another, or leave it empty."),
            _ when status is >= 300 and < 400 => PullResult.CredentialsRejected($"The pull address redirects elsewhere ({status}), which is not followed. Enter the final address."),
            _ => PullResult.Failed($"The pull address answered with {status}.", after),
        };
    }

    private PullResult Read(byte[] body, string host)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("changes", out var changes) || changes.ValueKind != JsonValueKind.Array
                || changes.GetArrayLength() > PullResult.MaxChanges)
            {
                return PullResult.Failed($"{host} must answer with an object that has a list \"changes\" of at most {PullResult.MaxChanges}.");
            }

            var read = changes.EnumerateArray().Select(c => ChangeReader.Read(c) ?? new RecordChange { RecordId = "" }).ToList();
            return PullResult.Ok(read, Cursor(root)) with
            {
                HasMore = root.TryGetProperty("more", out var more) && more.ValueKind == JsonValueKind.True && Cursor(root) is not null,
                NextPullAfter = TimeSpan.FromMinutes(system.Settings.PullMinutes),
            };
        }
        catch (JsonException)
        {
            return PullResult.Failed($"{host} did not answer with JSON.");
        }
    }

    private static string? Cursor(JsonElement root)
    {
        try
        {
            return !root.TryGetProperty("cursor", out var cursor) ? null
                : cursor.ValueKind == JsonValueKind.String ? cursor.GetString()
                : cursor.ValueKind == JsonValueKind.Number ? cursor.GetRawText() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character, which is no cursor.
            return null;
        }
    }
}

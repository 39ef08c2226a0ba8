using System.Net;
using System.Text;
using System.Text.Json;
using SocialCrm.Plugins.SystemsOfRecord.SignedWebhook.Pulling;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.SystemsOfRecord.SignedWebhook.Sending;

/// <summary>What the receiver's answer means for the event.</summary>
internal static class EventAnswer
{
    public static async ValueTask<RecordResult> ReadAsync(HttpResponseMessage response, RecordExchange exchange, TimeProvider time, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var body = await BodyAsync(response, cancellationToken);
        var after = SignedHeaders.RetryAfter(response, time);
        var result = response.StatusCode switch
        {
            _ when response.IsSuccessStatusCode => RecordResult.Taken(Record(body)),
            HttpStatusCode.TooManyRequests => RecordResult.Limited("The receiver asks us to slow down (429).", after),
            HttpStatusCode.RequestTimeout => RecordResult.Retry("The receiver gave up waiting for our request (408).", after),
            _ when status >= 500 => RecordResult.Retry($"The receiver has a fault of its own ({status}).", after),
            HttpStatusCode.Gone => RecordResult.Gone("The receiver wants no more events (410). Start the system again when it does."),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => RecordResult.CredentialsRejected(
                $"The receiver did not accept our signature ({status}). Check that it knows the system’s secret, then start the system again."),
            _ when status is >= 300 and < 400 => RecordResult.CredentialsRejected(
                $"The event address redirects elsewhere ({status}), which is not followed. Enter the final address."),
            HttpStatusCode.NotFound => RecordResult.Failed("Nothing answers at the event address (404). Check it, then deliver the failed events again."),
            HttpStatusCode.BadRequest => RecordResult.Failed("The receiver could not read the event (400). Check the mapping."),
            _ => RecordResult.Failed($"The receiver refused the event ({status})."),
        };
        return result with { Exchange = exchange with { Status = status, Answer = Encoding.UTF8.GetString(body) } };
    }

    private static async ValueTask<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            // The event was answered; what else it says is only for reading.
            return [];
        }
    }

    // The event is taken whatever the answer holds; what it says of the record is welcome.
    private static RecordChange? Record(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return ChangeReader.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Net.Http.Headers;
using System.Text;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.SystemsOfRecord.SignedWebhook.Sending;

/// <summary>Posts one event to the event address, signed; the receiver drops a repeated <c>webhook-id</c>.</summary>
internal sealed class EventSender(SystemOfRecordContext<SignedWebhookRecordSettings> system, TimeProvider time)
{
    public async ValueTask<RecordResult> SendAsync(string key, byte[] body, CancellationToken cancellationToken)
    {
        var address = system.Settings.EventUrl!;
        var exchange = new RecordExchange(Encoding.UTF8.GetString(body));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            SignedHeaders.Add(request, system.SigningSecrets, key, time.GetUtcNow(), body);
            using var response = await system.Http.SendAsync(request, cancellationToken);
            return await EventAnswer.ReadAsync(response, exchange, time, cancellationToken);
        }
        catch (AddressRefusedException refused)
        {
            return RecordResult.CredentialsRejected(refused.Message) with { Exchange = exchange };
        }
        catch (HttpRequestException error)
        {
            return RecordResult.Retry($"{address.Host} could not be reached ({error.HttpRequestError}).") with { Exchange = exchange };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return RecordResult.Retry($"{address.Host} did not answer in time.") with { Exchange = exchange };
        }
    }
}

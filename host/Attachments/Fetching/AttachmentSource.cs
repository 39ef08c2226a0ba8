using System.Net;
using SocialCrm.Host.Platform.Outgoing;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Attachments;

/// <summary>Opens the address of a file through the guarded client. Every step of a redirection is checked like the first.</summary>
internal sealed class AttachmentSource(OutgoingHttp outgoing)
{
    private const int MostRedirects = 5;

    /// <summary>The content, to be read as it comes.</summary>
    /// <exception cref="FetchFailedException">It cannot be had, now or ever.</exception>
    public async Task<HttpResponseMessage> OpenAsync(string url, long mostBytes, string tooLarge, CancellationToken ct)
    {
        using var client = outgoing.NewFileClient();
        var address = new Uri(url);
        for (var step = 0; step <= MostRedirects; step++)
        {
            var response = await SendAsync(client, address, ct);
            if (Next(address, response) is not { } next)
            {
                return Accept(response, mostBytes, tooLarge);
            }

            response.Dispose();
            address = AddressGuard.IsWeb(next) ? next : throw FetchFailedException.ForGood("The address of the file redirects to something that is not http or https.");
        }

        throw FetchFailedException.ForGood($"The address of the file redirects more than {MostRedirects} times.");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Uri address, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.ParseAdd("identity");
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        }
        catch (AddressRefusedException refused)
        {
            throw FetchFailedException.ForGood(refused.Message);
        }
        catch (HttpRequestException error)
        {
            throw FetchFailedException.ForNow($"{address.Host} could not be reached ({error.HttpRequestError}).");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw FetchFailedException.ForNow($"{address.Host} did not answer in time.");
        }
    }

    private static Uri? Next(Uri address, HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location ? new Uri(address, location) : null;

    private static HttpResponseMessage Accept(HttpResponseMessage response, long mostBytes, string tooLarge)
    {
        if (Refusal(response, mostBytes, tooLarge) is not { } refusal)
        {
            return response;
        }

        response.Dispose();
        throw refusal;
    }

    private static FetchFailedException? Refusal(HttpResponseMessage response, long mostBytes, string tooLarge)
    {
        var (status, wait) = ((int)response.StatusCode, response.Headers.RetryAfter?.Delta);
        return status is 408 or 425 or 429 or >= 500 ? FetchFailedException.ForNow($"Its server answered {status}.", wait)
            : status is 404 or 410 ? FetchFailedException.ForGood($"The file is not at its address any more ({status}).")
            : status is 401 or 403 ? FetchFailedException.ForGood($"Its server does not hand the file out ({status}).")
            : !response.IsSuccessStatusCode ? FetchFailedException.ForGood($"Its server answered {status}.")
            : response.Content.Headers.ContentLength > mostBytes ? FetchFailedException.ForGood(tooLarge)
            : response.Content.Headers.ContentEncoding.Any(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase))
                ? FetchFailedException.ForGood("Its server sends the file packed although it was not asked to; packed content is not opened.")
            : null;
    }
}

using System.Net;
using SocialCrm.Plugins.Channels.Feed.Changes;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Feed.Fetching;

/// <summary>
/// Gets a feed with a conditional request (RFC 9110, section 13) and follows redirects itself, each through the guarded
/// client: 301 and 308 are for good and remembered, 302, 303 and 307 are not (RFC 9110, section 15.4).
/// </summary>
internal sealed class FeedFetcher(HttpClient http, TimeProvider time)
{
    private const int MostRedirects = 5;
    private const int LongestValidator = 1024;

    public async ValueTask<FetchAnswer> FetchAsync(Uri address, FeedCursor known, CancellationToken cancellationToken)
    {
        if (known.Moved is { } moved)
        {
            var there = await AskAsync(moved, known, moved, cancellationToken);
            if (there.Problem is not { Status: PollStatus.Failed or PollStatus.Gone, RetryAfter: null })
            {
                return there;
            }

            // The new place has failed us: what the admin entered still counts.
        }

        return await AskAsync(address, known, null, cancellationToken);
    }

    private async ValueTask<FetchAnswer> AskAsync(Uri start, FeedCursor known, Uri? moved, CancellationToken cancellationToken)
    {
        try
        {
            return await FollowAsync(start, known, moved, cancellationToken);
        }
        catch (AddressRefusedException refused)
        {
            return Failed(refused.Message);
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return Failed("The feed is larger than 1 MiB, which is the most that is read. Ask its publisher for a shorter one.");
        }
        catch (HttpRequestException error)
        {
            return Failed($"{start.Host} could not be reached ({error.HttpRequestError}). Check the address; it is tried again by itself.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed($"{start.Host} did not answer in time. It is tried again by itself.");
        }
    }

    private async ValueTask<FetchAnswer> FollowAsync(Uri start, FeedCursor known, Uri? moved, CancellationToken cancellationToken)
    {
        var (address, forGood) = (start, true);
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = Request(address, known);
            using var response = await http.SendAsync(request, cancellationToken);
            if (!IsRedirect(response.StatusCode))
            {
                return await ReadAsync(response, address, moved, cancellationToken);
            }

            if (response.Headers.Location is not { } location || !Uri.TryCreate(address, location, out var next) || !IsWeb(next))
            {
                return Failed($"{address.Host} redirects to nowhere ({(int)response.StatusCode}). Check the address.");
            }

            if (address.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
            {
                return Failed($"{address.Host} redirects from https to the unprotected {next}, which is not followed. Enter that address if it is meant.");
            }

            forGood &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            moved = forGood ? next : moved;
            address = next;
        }

        return Failed($"{start.Host} redirects more than {MostRedirects} times. Check the address.");
    }

    private static HttpRequestMessage Request(Uri address, FeedCursor known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        if (known.ETag is { } etag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        if (known.LastModified is { } modified)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        return request;
    }

    private async ValueTask<FetchAnswer> ReadAsync(HttpResponseMessage response, Uri address, Uri? moved, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.OK when response.Content.Headers.ContentEncoding.Any(e => e is not "identity") =>
                Failed($"{address.Host} sends the feed compressed although it was asked not to."),
            HttpStatusCode.OK => new FetchAnswer(await TakeAsync(response, address, moved, cancellationToken), null),
            HttpStatusCode.NotModified => new FetchAnswer(null, null),
            HttpStatusCode.TooManyRequests => Problem(PollResult.RateLimited($"{address.Host} asks us to look less often (429).", RetryAfter(response))),
            HttpStatusCode.Unauthorized => Problem(PollResult.CredentialsRejected($"{address.Host} wants a sign-in for this feed (401). Enter an address that works without one, or one that holds a key.")),
            HttpStatusCode.Gone => Problem(PollResult.Gone($"{address.Host} says that this feed is gone for good (410). Enter another address, or delete the channel.")),
            HttpStatusCode.NotFound => Failed($"There is nothing at this address of {address.Host} (404). Check it."),
            HttpStatusCode.Forbidden => Failed($"{address.Host} does not let us read the feed (403). Check whether it is public.", RetryAfter(response)),
            _ when status >= 500 => Failed($"{address.Host} has a fault of its own ({status}). It is tried again by itself.", RetryAfter(response)),
            _ => Failed($"{address.Host} answered with {status} instead of a feed. Check the address.", RetryAfter(response)),
        };
    }

    private static async ValueTask<FetchedFeed> TakeAsync(HttpResponseMessage response, Uri address, Uri? moved, CancellationToken cancellationToken)
    {
        var type = response.Content.Headers.ContentType;
        return new FetchedFeed(
            await response.Content.ReadAsByteArrayAsync(cancellationToken),
            type?.CharSet?.Trim('"'),
            type?.MediaType,
            Validator(response.Headers, "ETag"),
            Validator(response.Content.Headers, "Last-Modified"),
            address,
            moved);
    }

    // Given back as it was written: servers compare it as text.
    private static string? Validator(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= LongestValidator } text
        && text.All(c => c is >= ' ' and <= '~') ? text : null;

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? (asked?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait is { } given && given < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect
        or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect;

    private static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;

    private static FetchAnswer Problem(PollResult problem) => new(null, problem);

    private static FetchAnswer Failed(string reason, TimeSpan? after = null) => Problem(PollResult.Failed(reason, after));
}

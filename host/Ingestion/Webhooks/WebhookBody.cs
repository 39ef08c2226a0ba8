namespace SocialCrm.Host.Ingestion;

internal static class WebhookBody
{
    public const int Largest = 1024 * 1024;

    /// <summary>The body; null when it is larger than allowed, whatever its Content-Length claimed.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Largest)
        {
            return null;
        }

        return request.ContentLength is { } length ? await ReadAsync(request.Body, (int)length, ct) : await ReadToEndAsync(request.Body, ct);
    }

    // The server has read no more than was announced: a shorter body ends in an exception of its own.
    private static async Task<byte[]> ReadAsync(Stream body, int length, CancellationToken ct)
    {
        var bytes = new byte[length];
        await body.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    private static async Task<byte[]?> ReadToEndAsync(Stream body, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, ct)) > 0)
        {
            if (bytes.Length + read > Largest)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}

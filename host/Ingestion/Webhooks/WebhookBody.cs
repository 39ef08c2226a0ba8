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

        using var body = new MemoryStream((int)(request.ContentLength ?? 4096));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            if (body.Length + read > Largest)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}

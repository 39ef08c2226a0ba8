using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Ingestion;

/// <summary>Reads a form with a file as it comes, without keeping the file in memory.</summary>
internal sealed class ImportUpload
{
    private const int LongestField = 64 * 1024;

    public Dictionary<string, string> Fields { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string? FileName { get; private set; }

    public bool TooLarge { get; private set; }

    /// <summary>Reads the form; each file's bytes go to <paramref name="take"/>, which says whether more is wanted. Null when it is no form.</summary>
    public static async Task<ImportUpload?> ReadAsync(HttpRequest request, long most, Func<ReadOnlyMemory<byte>, CancellationToken, Task> take, CancellationToken ct)
    {
        var upload = new ImportUpload();
        if (request.ContentLength > most + MultipartForm.Surroundings)
        {
            upload.TooLarge = true;
            return upload;
        }

        if (MultipartForm.Open(request, most) is not { } reader)
        {
            return null;
        }

        while (!upload.TooLarge && await reader.ReadNextSectionAsync(ct) is { } section)
        {
            await upload.TakeAsync(section, most, take, ct);
        }

        return upload;
    }

    private async Task TakeAsync(MultipartSection section, long most, Func<ReadOnlyMemory<byte>, CancellationToken, Task> take, CancellationToken ct)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
        {
            return;
        }

        var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
        if (name == "file" && FileName is null)
        {
            var given = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
            FileName = Name(given);
            await CopyAsync(section.Body, most, take, ct);
        }
        else
        {
            Fields[name] = await TextAsync(section.Body, ct);
        }
    }

    private async Task CopyAsync(Stream body, long most, Func<ReadOnlyMemory<byte>, CancellationToken, Task> take, CancellationToken ct)
    {
        var (piece, filled, total) = (new byte[ImportFile.PieceSize], 0, 0L);
        int read;
        while ((read = await body.ReadAsync(piece.AsMemory(filled), ct)) > 0)
        {
            (filled, total) = (filled + read, total + read);
            if (total > most)
            {
                TooLarge = true;
                return;
            }

            if (filled == piece.Length)
            {
                await take(piece, ct);
                filled = 0;
            }
        }

        if (filled > 0)
        {
            await take(piece.AsMemory(0, filled), ct);
        }
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken ct)
    {
        var bytes = new byte[LongestField];
        var length = await body.ReadAtLeastAsync(bytes, LongestField, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static string Name(string given)
    {
        var name = InboundText.Normalise(given[(given.LastIndexOfAny(['/', '\\']) + 1)..]);
        return name.Length > 255 ? name[..255] : name;
    }
}

using System.Text;

namespace SocialCrm.Host.Attachments;

/// <summary>Tells what a file is by its first bytes, whatever it is called. Sources: the formats' own signatures (PNG, JFIF, GIF89a, RIFF, ISO BMFF, PDF, ZIP, PE, ELF, Mach-O).</summary>
internal static class FileType
{
    public const string Unknown = "application/octet-stream";
    public const string Program = "application/x-executable";
    private const string Zip = "application/zip";
    private const int TextLooked = 4096;

    private static readonly Dictionary<string, string> Zipped = new(StringComparer.Ordinal)
    {
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ["odt"] = "application/vnd.oasis.opendocument.text",
        ["ods"] = "application/vnd.oasis.opendocument.spreadsheet",
    };

    /// <summary>The images that browsers show and that run nothing. SVG is a program in disguise and never among them.</summary>
    public static bool IsPicture(string? type) => type is "image/png" or "image/jpeg" or "image/gif" or "image/webp";

    public static string Of(ReadOnlySpan<byte> head, string name)
    {
        var type = Binary(head) ?? Text(head);
        return type == Zip && Zipped.TryGetValue(AttachmentName.Ending(name), out var office) ? office : type;
    }

    private static string? Binary(ReadOnlySpan<byte> head) =>
        head is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] ? "image/png"
        : head is [0xFF, 0xD8, 0xFF, ..] ? "image/jpeg"
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? "image/gif"
        : head.StartsWith("RIFF"u8) && head.Length > 12 ? Riff(head[8..12])
        : head.StartsWith("%PDF-"u8) ? "application/pdf"
        : head.StartsWith("PK\x3\x4"u8) || head.StartsWith("PK\x5\x6"u8) ? Zip
        : IsProgram(head) ? Program
        : Media(head);

    private static string? Riff(ReadOnlySpan<byte> kind) =>
        kind.SequenceEqual("WEBP"u8) ? "image/webp" : kind.SequenceEqual("WAVE"u8) ? "audio/wav" : kind.SequenceEqual("AVI "u8) ? "video/x-msvideo" : Unknown;

    private static bool IsProgram(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) || head.StartsWith("#!"u8)
        || head is [0x7F, (byte)'E', (byte)'L', (byte)'F', ..]
        || head is [0xFE, 0xED, 0xFA, 0xCE or 0xCF, ..] or [0xCE or 0xCF, 0xFA, 0xED, 0xFE, ..] or [0xCA, 0xFE, 0xBA, 0xBE, ..];

    private static string? Media(ReadOnlySpan<byte> head) =>
        head.Length > 12 && head[4..8].SequenceEqual("ftyp"u8) ? Bmff(head[8..12])
        : head is [0x1A, 0x45, 0xDF, 0xA3, ..] ? "video/webm"
        : head.StartsWith("OggS"u8) ? "audio/ogg"
        : head.StartsWith("ID3"u8) || head is [0xFF, 0xFB or 0xF3 or 0xF2, ..] ? "audio/mpeg"
        : head.StartsWith("fLaC"u8) ? "audio/flac"
        : head is [0x1F, 0x8B, ..] ? "application/gzip"
        : head.StartsWith("Rar!"u8) ? "application/vnd.rar"
        : head is [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] ? "application/x-7z-compressed"
        : null;

    private static string Bmff(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("hei"u8) || brand.StartsWith("mif1"u8) ? "image/heic"
        : brand.StartsWith("avif"u8) ? "image/avif"
        : brand.StartsWith("M4A"u8) ? "audio/mp4"
        : brand.StartsWith("qt"u8) ? "video/quicktime" : "video/mp4";

    private static string Text(ReadOnlySpan<byte> head)
    {
        var looked = head[..Math.Min(head.Length, TextLooked)];
        if (looked.ContainsAnyInRange((byte)0, (byte)8) || looked.ContainsAnyInRange((byte)14, (byte)26))
        {
            return Unknown;
        }

        var text = Encoding.UTF8.GetString(looked).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return Holds(text, "<svg") ? "image/svg+xml"
            : Holds(text, "<!doctype html") || Holds(text, "<html") || Holds(text, "<script") || Holds(text, "<body") || Holds(text, "<iframe") ? "text/html"
            : text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? "application/xml"
            : "text/plain";
    }

    private static bool Holds(string text, string mark) => text.Contains(mark, StringComparison.OrdinalIgnoreCase);
}

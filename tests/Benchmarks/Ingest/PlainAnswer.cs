using System.Buffers.Text;

namespace SocialCrm.Benchmarks.Ingest;

/// <param name="Status">The status code.</param>
/// <param name="Length">How long the body is; null when it comes in chunks.</param>
/// <param name="RetryAfter">The seconds after which to try again; null for none.</param>
internal readonly record struct PlainAnswer(int Status, int? Length, int? RetryAfter)
{
    public static PlainAnswer Read(ReadOnlySpan<byte> head)
    {
        var status = Utf8Parser.TryParse(head["HTTP/1.1 ".Length..], out int code, out _) ? code : 0;
        return new PlainAnswer(status, Header(head, "\r\nContent-Length: "u8), Header(head, "\r\nRetry-After: "u8));
    }

    public bool IsWhole(ReadOnlySpan<byte> body) => Length is { } length ? body.Length >= length : body.EndsWith("0\r\n\r\n"u8);

    private static int? Header(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name) =>
        head.IndexOf(name) is >= 0 and var at && Utf8Parser.TryParse(head[(at + name.Length)..], out int value, out _) ? value : null;
}

namespace SocialCrm.Plugins.Channels.Import.Reading;

internal static class Formats
{
    public const string Jsonl = "jsonl";
    public const string Csv = "csv";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static int MarkLength(ReadOnlySpan<byte> bytes) => bytes.StartsWith(ByteOrderMark) ? 3 : 0;

    /// <summary>Null when it is neither.</summary>
    public static string? Guess(ReadOnlySpan<byte> bytes)
    {
        var text = bytes[MarkLength(bytes)..].TrimStart(" \t\r\n"u8);
        return text.IsEmpty || text.Contains((byte)0) ? null : text[0] == '{' ? Jsonl : text[0] == '[' ? null : Csv;
    }
}

using System.Buffers.Binary;

namespace SocialCrm.Host.Attachments;

/// <summary>
/// Reads an image's dimensions from its header, without decoding it: what would take too much memory to show is not shown.
/// Sources: PNG (W3C) 11.2.1, GIF89a 18, the WebP container and RFC 6386/WebP lossless, ITU-T T.81 B.2.2.
/// </summary>
internal static class ImageSize
{
    private const int LongestSide = 16_384;
    private const long MostPixels = 50_000_000;

    /// <summary>Null where the header tells no size, or one that is too large to be shown.</summary>
    public static (int Width, int Height)? OfShowable(string type, ReadOnlySpan<byte> head) =>
        Read(type, head) is { } size && size.Width is > 0 and <= LongestSide && size.Height is > 0 and <= LongestSide && (long)size.Width * size.Height <= MostPixels
            ? size
            : null;

    private static (int Width, int Height)? Read(string type, ReadOnlySpan<byte> head) => type switch
    {
        "image/png" when head.Length >= 24 && head[12..16].SequenceEqual("IHDR"u8) =>
            (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..])),
        "image/gif" when head.Length >= 10 =>
            (BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..])),
        "image/webp" => Webp(head),
        "image/jpeg" => Jpeg(head),
        _ => null,
    };

    private static (int Width, int Height)? Webp(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30)
        {
            return null;
        }

        var chunk = head[12..16];
        if (chunk.SequenceEqual("VP8X"u8))
        {
            return (1 + (head[24] | (head[25] << 8) | (head[26] << 16)), 1 + (head[27] | (head[28] << 8) | (head[29] << 16)));
        }

        if (chunk.SequenceEqual("VP8L"u8) && head[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return chunk.SequenceEqual("VP8 "u8) && head[23..] is [0x9D, 0x01, 0x2A, ..]
            ? (BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF)
            : null;
    }

    private static (int Width, int Height)? Jpeg(ReadOnlySpan<byte> head)
    {
        for (var at = 2; at + 9 < head.Length;)
        {
            var marker = head[at + 1];
            if (head[at] != 0xFF)
            {
                return null;
            }

            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
        }

        return null;
    }
}

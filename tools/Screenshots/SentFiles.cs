using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace SocialCrm.Screenshots;

/// <summary>The files of a message that has as many as a message can have, of every sort.</summary>
internal static class SentFiles
{
    public static JsonArray All() =>
    [
        Of("parcel front.png", Picture(480, 320, 0x2F6FED)),
        Of("parcel back, with the label that came off when I touched it.png", Picture(320, 480, 0xC2410C)),
        Of("screenshot.png", Picture(640, 360, 0x15803D)),
        Of("Rechnung Nr. 2026-004711 – " + new string('x', 90) + ".pdf", [.. "%PDF-1.7\n"u8, .. new byte[48_000]]),
        Of("فاتورة رقم ٥.pdf", [.. "%PDF-1.7\n"u8, .. new byte[1_200]]),
        Of("order.csv", "id;amount\n1;42.00\n"u8.ToArray()),
        Of("voice message.ogg", [.. "OggS"u8, .. new byte[9_000]]),
        Of("page.png", "<!doctype html><script>alert(1)</script>"u8.ToArray()),
        Of("setup.exe", [.. "MZ"u8, .. new byte[500]]),
        new JsonObject { ["name"] = "gone from the network.jpg", ["type"] = "image/jpeg", ["url"] = "http://10.255.255.1/gone.jpg" },
    ];

    private static JsonObject Of(string name, byte[] content) => new() { ["name"] = name, ["content"] = Convert.ToBase64String(content) };

    /// <summary>A PNG with a soft gradient of one colour.</summary>
    private static byte[] Picture(int width, int height, int color)
    {
        using var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                packed.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    var light = 0.45 + (0.5 * (x + y) / (width + height));
                    packed.Write([(byte)((color >> 16) * light), (byte)(((color >> 8) & 0xFF) * light), (byte)((color & 0xFF) * light)]);
                }
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string kind, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. content];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc(named));
        return [.. length, .. named, .. check];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (0u - (crc & 1)));
            }
        }

        return ~crc;
    }
}

using System.Buffers.Binary;
using System.Text;

namespace SocialCrm.Host.Tests.Attachments;

/// <summary>Files as they come, honest and not.</summary>
internal static class Samples
{
    /// <summary>A picture of one pixel, whole and valid.</summary>
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>The header of a picture that would take gigabytes to show.</summary>
    public static byte[] PngOf(int width, int height)
    {
        var png = Png.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static readonly byte[] Html = Text("<!doctype html><script>alert(1)</script>");

    public static readonly byte[] Svg = Text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");

    /// <summary>A picture and a page at once.</summary>
    public static readonly byte[] Polyglot = [.. Png, .. Html];

    public static readonly byte[] Program = [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0];

    /// <summary>Says of itself that it is packed a thousandfold.</summary>
    public static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4, .. new byte[64]];

    public static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        bytes[0] = 0; // No magic number begins like this.
        return bytes;
    }
}

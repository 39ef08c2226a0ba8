using System.Buffers.Binary;

namespace SocialCrm.Plugins.Channels.Feed.Changes;

/// <summary>
/// What the next poll must know: the validators of the feed, where it has moved to, and of each entry seen a short hash of
/// its key and of its content. Written as lines of text; one of another version or another address counts as none.
/// </summary>
internal sealed record FeedCursor(string Address, string? ETag, string? LastModified, Uri? Moved, IReadOnlyList<SeenEntry> Seen)
{
    /// <summary>More than a feed may have entries, so that some that left it are still known: 16 bytes each, 54,000 characters in all.</summary>
    public const int MostSeen = 2500;

    private const string Version = "feed 1";
    private const int EntryBytes = 16;

    public static FeedCursor Start(Uri address) => new(address.AbsoluteUri, null, null, null, []);

    public static FeedCursor Read(string? text, Uri address)
    {
        if (text?.Split('\n') is not [Version, var from, var etag, var modified, var moved, var seen] || from != address.AbsoluteUri)
        {
            return Start(address);
        }

        try
        {
            return new FeedCursor(from, Filled(etag), Filled(modified), Uri.TryCreate(moved, UriKind.Absolute, out var uri) ? uri : null, Unpack(Convert.FromBase64String(seen)));
        }
        catch (FormatException)
        {
            return Start(address);
        }
    }

    public string Write()
    {
        var packed = new byte[Seen.Count * EntryBytes];
        for (var i = 0; i < Seen.Count; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(packed.AsSpan(i * EntryBytes), Seen[i].Key);
            BinaryPrimitives.WriteUInt64LittleEndian(packed.AsSpan((i * EntryBytes) + 8), Seen[i].Content);
        }

        return string.Join('\n', Version, Address, ETag, LastModified, Moved?.AbsoluteUri, Convert.ToBase64String(packed));
    }

    private static SeenEntry[] Unpack(byte[] packed)
    {
        var seen = new SeenEntry[Math.Min(packed.Length / EntryBytes, MostSeen)];
        for (var i = 0; i < seen.Length; i++)
        {
            var entry = packed.AsSpan(i * EntryBytes, EntryBytes);
            seen[i] = new SeenEntry(BinaryPrimitives.ReadUInt64LittleEndian(entry), BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]));
        }

        return seen;
    }

    private static string? Filled(string text) => text.Length > 0 ? text : null;
}

/// <summary>The first eight bytes of the hashes of an entry's key and of what it says.</summary>
internal readonly record struct SeenEntry(ulong Key, ulong Content);

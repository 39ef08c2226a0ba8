using System.Security.Cryptography;
using System.Text;

namespace SocialCrm.Plugins.Channels.Feed.Reading;

/// <summary>What tells an entry from all others of its feed, for good.</summary>
internal static class EntryKey
{
    private const int Longest = 512;

    /// <summary>
    /// The entry's own id; else its link and a hash of title and time, since several entries may link to one page; else a
    /// hash of all that it says.
    /// </summary>
    public static string Of(string? id, string? link, string title, string text, DateTime? published)
    {
        var key = id ?? (link is not null ? $"{link} {Hash($"{title}\n{published:O}")[..16]}" : $"sha256:{Hash($"{title}\n{text}\n{published:O}")}");
        return key.Length <= Longest ? key : $"sha256:{Hash(key)}";
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

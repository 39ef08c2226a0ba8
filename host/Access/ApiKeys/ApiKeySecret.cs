using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SocialCrm.Host.Access.ApiKeys;

/// <summary>Makes keys and their hashes. 256 random bits need no slow hash: they cannot be guessed.</summary>
internal static class ApiKeySecret
{
    private const string Start = "scrm_";

    public static string New() => Start + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public static string Prefix(string key) => key[..(Start.Length + 6)];
}

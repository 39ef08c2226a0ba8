using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SocialCrm.Host.Access;

/// <summary>The secret of a link that works once. Only its hash is kept; 256 random bits need no slow hash.</summary>
internal static class OneTimeSecret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>A page of the admin UI with the secret behind the #, which browsers do not send: no log ever holds it.</summary>
    public static string Link(string address, string page, string secret) => $"{address}/{page}#{secret}";
}

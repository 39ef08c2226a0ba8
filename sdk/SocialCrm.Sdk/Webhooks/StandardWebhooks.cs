using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialCrm.Sdk;

/// <summary>
/// Signs and verifies requests as Standard Webhooks has it: the signature is <c>v1,</c> + base64 of the HMAC-SHA256 of
/// <c>id.timestamp.body</c>, keyed with the bytes of the secret behind <c>whsec_</c>. Thread-safe.
/// Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
/// </summary>
public static class StandardWebhooks
{
    /// <summary>The header with the id of the message, the same on each attempt to deliver it.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>The header with the time of the attempt, in Unix seconds.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>The header with one or more signatures, separated by spaces.</summary>
    public const string SignatureHeader = "webhook-signature";

    private const string SecretPrefix = "whsec_";
    private const string Version = "v1,";

    /// <summary>How far the timestamp may lie from the receiver's clock, before or after: five minutes.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Makes a secret: <c>whsec_</c> and 32 random bytes in base64.</summary>
    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Tells whether a text is a secret that <see cref="Sign"/> takes: base64 of 1 to 64 bytes, with or without <c>whsec_</c>.</summary>
    /// <param name="secret">The text, or null.</param>
    public static bool IsSecret(string? secret) => secret is not null && TryReadKey(secret) is not null;

    /// <summary>Signs a request.</summary>
    /// <param name="secret">The secret, with or without <c>whsec_</c>.</param>
    /// <param name="id">The value of <see cref="IdHeader"/>; it must not hold a full stop.</param>
    /// <param name="timestamp">The time of the attempt; <see cref="TimestampHeader"/> carries its Unix seconds.</param>
    /// <param name="body">The body, byte for byte as it is sent.</param>
    /// <returns>The value of <see cref="SignatureHeader"/>.</returns>
    /// <exception cref="ArgumentException">The secret is not base64, or the id is empty or holds a full stop.</exception>
    public static string Sign(string secret, string id, DateTimeOffset timestamp, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (string.IsNullOrEmpty(id) || id.Contains('.', StringComparison.Ordinal))
        {
            throw new ArgumentException("The id must not be empty and must not hold a full stop.", nameof(id));
        }

        var key = TryReadKey(secret) ?? throw new ArgumentException("The secret must be whsec_ followed by base64.", nameof(secret));
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Compute(key, id, timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), body, hash);
        return Version + Convert.ToBase64String(hash);
    }

    /// <summary>
    /// Verifies a request in constant time. It is valid when any of the <c>v1</c> signatures matches any of the
    /// secrets: that is how a secret is rotated without losing a message. Signatures of other versions are passed over.
    /// </summary>
    /// <param name="secrets">The secrets that are valid now; those that are not base64 match nothing.</param>
    /// <param name="id">The value of <see cref="IdHeader"/>, or null where it is missing.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>, or null.</param>
    /// <param name="signatures">The value of <see cref="SignatureHeader"/>, or null.</param>
    /// <param name="body">The body, byte for byte as it came.</param>
    /// <param name="now">The receiver's time.</param>
    public static WebhookSignature Verify(
        IReadOnlyList<string> secrets, string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signatures))
        {
            return WebhookSignature.MissingHeader;
        }

        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return WebhookSignature.BadTimestamp;
        }

        var distance = (Int128)now.ToUnixTimeSeconds() - seconds;
        if (Int128.Abs(distance) > (Int128)Tolerance.TotalSeconds)
        {
            return WebhookSignature.OutsideTolerance;
        }

        return AnyMatches(secrets, id, timestamp, signatures, body) ? WebhookSignature.Valid : WebhookSignature.Mismatch;
    }

    private static bool AnyMatches(IReadOnlyList<string> secrets, string id, string timestamp, string signatures, ReadOnlySpan<byte> body)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var matches = false;
        foreach (var secret in secrets)
        {
            if (TryReadKey(secret) is { } key)
            {
                Compute(key, id, timestamp, body, expected);
                matches |= Holds(signatures, expected);
            }
        }

        return matches;
    }

    private static bool Holds(ReadOnlySpan<char> signatures, ReadOnlySpan<byte> expected)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var holds = false;
        foreach (var range in signatures.Split(' '))
        {
            var signature = signatures[range];
            holds |= signature.StartsWith(Version, StringComparison.Ordinal)
                && Convert.TryFromBase64Chars(signature[Version.Length..], given, out var length)
                && length == given.Length
                && CryptographicOperations.FixedTimeEquals(given, expected);
        }

        return holds;
    }

    // One call over one buffer costs a fraction of what feeding the parts to a hash object does.
    private static void Compute(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body, Span<byte> hash)
    {
        var start = $"{id}.{timestamp}.";
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(start.Length) + body.Length);
        try
        {
            var length = Encoding.UTF8.GetBytes(start, buffer);
            body.CopyTo(buffer.AsSpan(length));
            HMACSHA256.HashData(key, buffer.AsSpan(0, length + body.Length), hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[]? TryReadKey(string secret)
    {
        var text = secret.AsSpan();
        if (text.StartsWith(SecretPrefix, StringComparison.Ordinal))
        {
            text = text[SecretPrefix.Length..];
        }

        Span<byte> key = stackalloc byte[64];
        return Convert.TryFromBase64Chars(text, key, out var length) && length > 0 ? key[..length].ToArray() : null;
    }
}

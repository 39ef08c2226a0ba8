namespace SocialCrm.Sdk;

/// <summary>What a system of record gets from the host for the configured system that it serves.</summary>
/// <typeparam name="TSettings">Its settings class.</typeparam>
public sealed class SystemOfRecordContext<TSettings>
    where TSettings : class
{
    /// <summary>The system's id on this server. Stable for its life.</summary>
    public required string SystemId { get; init; }

    /// <summary>The settings as the admin saved them, already validated. A change makes a new instance.</summary>
    public required TSettings Settings { get; init; }

    /// <summary>
    /// The secrets (<c>whsec_</c> + base64) with which requests are signed now, the newest first: for a day after a new one
    /// was made the old one signs too. Empty unless the descriptor says <see cref="SystemOfRecordDescriptor.SignsRequests"/>. Never log them.
    /// </summary>
    public IReadOnlyList<string> SigningSecrets { get; init; } = [];

    /// <summary>
    /// The only way to the network. It refuses loopback and private addresses unless the operator allowed them, limits the
    /// size of answers (1 MiB), follows no redirects and keeps no cookies; what it refuses to call it answers with
    /// <see cref="AddressRefusedException"/>. Owned by the host: do not dispose it.
    /// </summary>
    public required HttpClient Http { get; init; }

    /// <summary>
    /// Looks an address up without calling it: null when <see cref="Http"/> would connect to it, else a sentence for the admin.
    /// </summary>
    public Func<Uri, CancellationToken, ValueTask<string?>> CheckAddressAsync { get; init; } = static (_, _) => new((string?)null);
}

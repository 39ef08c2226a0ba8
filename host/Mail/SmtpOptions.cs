using System.Net.Mail;

namespace SocialCrm.Host.Mail;

/// <summary>The mail server through which e-mail leaves. Bound from the section "Smtp"; without a host nothing is mailed.</summary>
public sealed class SmtpOptions
{
    private const string Encrypted = "starttls";
    private const string Open = "none";

    public string Host { get; set; } = "";

    /// <summary>587 with STARTTLS and 25 without, when not said.</summary>
    public int? Port { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender, such as <c>crm@example.com</c> or <c>Acme support &lt;crm@example.com&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>starttls or none.</summary>
    public string Security { get; set; } = Encrypted;

    public bool IsSet => Host.Length > 0;

    public bool UsesTls => Security == Encrypted;

    public int EffectivePort => Port ?? (UsesTls ? 587 : 25);

    /// <summary>What an operator has to change, in sentences.</summary>
    public IEnumerable<string> Errors(string? publicUrl)
    {
        if (!IsSet)
        {
            yield break;
        }

        if (Security is not (Encrypted or Open))
        {
            yield return $"Smtp:Security must be {Encrypted} or {Open}.";
        }

        if (Port is < 1 or > 65_535)
        {
            yield return "Smtp:Port must be 1 to 65535; leave it out for the usual one.";
        }

        if (From.Any(char.IsControl) || !MailAddress.TryCreate(From, out _))
        {
            yield return "Smtp:From must be the sender's address, such as crm@example.com, because Smtp:Host is set.";
        }

        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
        {
            yield return "Smtp:User and Smtp:Password go together: set both or neither.";
        }
        else if (!string.IsNullOrEmpty(User) && !UsesTls)
        {
            yield return "Smtp:User needs Smtp:Security=starttls: without it the password would travel for all to read.";
        }

        if (!Uri.TryCreate(publicUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return "PublicUrl must be this server's address, such as https://crm.example.com, because Smtp:Host is set: links in e-mails lead there.";
        }
    }
}

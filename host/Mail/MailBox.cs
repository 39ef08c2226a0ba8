using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Mail;

/// <summary>Makes the e-mails that other slices save in their own transactions.</summary>
internal sealed class MailBox(IOptions<SmtpOptions> options, IDataProtectionProvider protection, PublicAddress address, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("SocialCrm.Mail");

    /// <summary>False without a mail server: then nothing is to be queued.</summary>
    public bool IsSet => options.Value.IsSet;

    /// <summary>A page of this server for links. Never from a request: whoever sends one could name a host of theirs.</summary>
    public string Page(string path) => $"{address.Configured}/{path}";

    /// <summary>The secret stays behind the #, as in the links that are shown.</summary>
    public string Page(string path, string secret) => $"{Page(path)}#{secret}";

    public OutgoingMail Write(string kind, string to, MailContent content)
    {
        var now = time.GetUtcNow();
        var subject = MailContent.OneLine(content.Subject);
        return new OutgoingMail
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            Address = to,
            Subject = subject.Length > OutgoingMail.LongestSubject ? subject[..(OutgoingMail.LongestSubject - 1)] + "…" : subject,
            Content = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(content, MailJson.Default.MailContent)),
            DueAt = now.UtcDateTime,
            CreatedAt = now.UtcDateTime,
        };
    }

    public MailContent Read(byte[] content) => JsonSerializer.Deserialize(_protector.Unprotect(content), MailJson.Default.MailContent)!;
}

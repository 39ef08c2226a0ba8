using SocialCrm.Host.Mail;
using SocialCrm.Host.Notifications;

namespace SocialCrm.Host.Tests.Mail;

public sealed class SmtpOptionsTests
{
    [Theory]
    [InlineData("", "", "starttls", null, null, null, null)]
    [InlineData("mail", "crm@example.com", "starttls", "u", "p", "https://crm.example.com", null)]
    [InlineData("mail", "Acme <crm@example.com>", "none", null, null, "https://crm.example.com", null)]
    [InlineData("mail", "", "none", null, null, "https://crm.example.com", "Smtp:From")]
    [InlineData("mail", "a@example.com\nBcc: b@example.com", "none", null, null, "https://crm.example.com", "Smtp:From")]
    [InlineData("mail", "crm@example.com", "ssl", null, null, "https://crm.example.com", "Smtp:Security")]
    [InlineData("mail", "crm@example.com", "starttls", "u", null, "https://crm.example.com", "Smtp:Password")]
    [InlineData("mail", "crm@example.com", "none", "u", "p", "https://crm.example.com", "starttls")]
    [InlineData("mail", "crm@example.com", "none", null, null, null, "PublicUrl")]
    public void Settings_that_cannot_work_should_be_told_with_what_to_change(
        string host, string from, string security, string? user, string? password, string? publicUrl, string? expected)
    {
        var options = new SmtpOptions { Host = host, From = from, Security = security, User = user, Password = password };

        var errors = options.Errors(publicUrl).ToList();

        Assert.Equal(expected is null ? 0 : 1, errors.Count);
        Assert.All(errors, error => Assert.Contains(expected!, error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-03-28T06:30", "Europe/Berlin", "2026-03-28T07:00")]
    [InlineData("2026-03-28T07:00", "Europe/Berlin", "2026-03-29T06:00")] // Summer time begins in between.
    [InlineData("2026-07-01T00:00", "Asia/Tokyo", "2026-07-01T23:00")]
    [InlineData("2026-07-01T09:00", "Nowhere/Land", "2026-07-02T08:00")]
    public void Daily_mail_should_come_at_the_same_hour_of_the_organisation_s_clock(string now, string zone, string expected)
    {
        var next = DailyMail.Next(Utc(now), zone, 8);

        Assert.Equal(Utc(expected), next);
    }

    private static DateTime Utc(string time) => DateTime.SpecifyKind(DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}

using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;

namespace SocialCrm.Host.Mail;

/// <summary>
/// Hands one e-mail to the operator's mail server. The guard over outgoing addresses is for those that users name; this one
/// is the operator's own setting and mostly a private address.
/// </summary>
internal sealed class SmtpSender(IOptions<SmtpOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public async Task<MailOutcome> SendAsync(Guid id, string to, string subject, MailContent content)
    {
        try
        {
            using var client = Client(options.Value);
            using var message = Message(id, to, subject, content, options.Value);
            using var limit = new CancellationTokenSource(Longest, time);
            // The client's own cancelling does not reach a connection that is being opened.
            await client.SendMailAsync(message, limit.Token).WaitAsync(Longest + TimeSpan.FromSeconds(1), time);
            return MailOutcome.Sent;
        }
        catch (SmtpFailedRecipientException error)
        {
            return new MailOutcome(false, IsForGood(error.StatusCode), $"The mail server refused {to} ({(int)error.StatusCode}): {Words(error)}");
        }
        catch (SmtpException error)
        {
            return new MailOutcome(false, error.StatusCode is SmtpStatusCode.TransactionFailed or SmtpStatusCode.ExceededStorageAllocation, Words(error));
        }
        catch (Exception error) when (error is OperationCanceledException or TimeoutException)
        {
            return new MailOutcome(false, false, $"The mail server did not answer within {Longest.TotalSeconds:0} seconds.");
        }
        catch (Exception error) when (error is IOException or InvalidOperationException or FormatException)
        {
            return new MailOutcome(false, error is FormatException, Words(error));
        }
    }

    private static SmtpClient Client(SmtpOptions options) => new(options.Host, options.EffectivePort)
    {
        EnableSsl = options.UsesTls,
        UseDefaultCredentials = false,
        Credentials = string.IsNullOrEmpty(options.User) ? null : new NetworkCredential(options.User, options.Password),
    };

    private static MailMessage Message(Guid id, string to, string subject, MailContent content, SmtpOptions options)
    {
        var from = new MailAddress(options.From);
        var message = new MailMessage
        {
            From = from,
            Subject = subject,
            SubjectEncoding = Encoding.UTF8,
            Body = content.Text(),
            BodyEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(to));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(content.Html(), Encoding.UTF8, MediaTypeNames.Text.Html));
        // The same at each attempt, so that a mail that was taken twice can be known again (RFC 5322, section 3.6.4).
        message.Headers.Add("Message-ID", $"<{id:N}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834, section 5.
        return message;
    }

    // 5yz: trying the same again would not help (RFC 5321, section 4.2.1).
    private static bool IsForGood(SmtpStatusCode status) => (int)status >= 500;

    private static string Words(Exception error)
    {
        var cause = error.InnerException is { } inner && inner.Message != error.Message ? $" {inner.Message}" : "";
        return MailContent.OneLine(error.Message + cause);
    }
}

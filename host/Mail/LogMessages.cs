namespace SocialCrm.Host.Mail;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Error, Message = "E-mails could not be worked on; tried again in a second")]
    public static partial void DeliveryFailed(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "E-mail {Mail} was not sent at attempt {Attempt}: {Reason}")]
    public static partial void NotSent(this ILogger log, Guid mail, int attempt, string? reason);
}

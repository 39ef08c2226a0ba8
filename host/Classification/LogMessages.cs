namespace SocialCrm.Host.Classification;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The classifier did not answer; {Count} messages go on with their labels pending")]
    public static partial void LabelsPending(this ILogger log, Exception error, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "The classifier could not explain its labels; they are shown without")]
    public static partial void ExplanationMissing(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Pending labels could not be filled in; tried again later")]
    public static partial void PendingLabelsFailed(this ILogger log, Exception error);
}

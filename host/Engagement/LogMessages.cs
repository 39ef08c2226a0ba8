namespace SocialCrm.Host.Engagement;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Deliveries failed and go on")]
    public static partial void DeliveryFailed(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The plugin failed while sending {InteractionId}")]
    public static partial void PluginFailed(this ILogger log, Exception error, Guid interactionId);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The outcome of {InteractionId} is written again")]
    public static partial void RecordRetried(this ILogger log, Exception error, Guid interactionId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease on {InteractionId} had ended before its outcome was known here")]
    public static partial void LeaseLost(this ILogger log, Guid interactionId);
}

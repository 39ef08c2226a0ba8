namespace SocialCrm.Host.Ingestion;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Error, Message = "An accepted request could not be stored; its sender was told so")]
    public static partial void AppendFailed(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A group of {Count} requests could not be stored together; each is tried by itself")]
    public static partial void GroupAppendFailed(this ILogger log, Exception error, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} messages met a passing failure and is tried again")]
    public static partial void BatchDelayed(this ILogger log, Exception error, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} messages failed and is cut smaller")]
    public static partial void BatchCut(this ILogger log, Exception error, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {InboxId} of channel {ChannelId} could not be applied and went to the dead letters")]
    public static partial void MessageDead(this ILogger log, Exception error, long inboxId, Guid channelId);

    [LoggerMessage(Level = LogLevel.Error, Message = "A pipeline worker failed and goes on")]
    public static partial void WorkerFailed(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "An import could not go on now; it is taken up again from its last committed place")]
    public static partial void ImportsFailed(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "A replay could not go on now; it is taken up again from its last committed place")]
    public static partial void ReplayFailed(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} pieces of files whose upload never ended were deleted")]
    public static partial void UploadsSwept(this ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Files whose upload never ended could not be deleted; tried again in an hour")]
    public static partial void UploadsNotSwept(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The lanes could not be looked through for what is left behind; tried again at once")]
    public static partial void LookFailed(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox could not be swept; tried again in a second")]
    public static partial void SweepFailed(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} messages that were committed late went back above their lanes' marks")]
    public static partial void LateRequeued(this ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due to be polled could not be looked up; tried again in a second")]
    public static partial void PollsNotTaken(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The poll of channel {ChannelId} could not be finished; it is taken again when its lease ends")]
    public static partial void PollFailed(this ILogger log, Exception error, Guid channelId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The poll of channel {ChannelId} lost its lease and wrote nothing more")]
    public static partial void PollLost(this ILogger log, Guid channelId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease on channel {ChannelId} could not be renewed")]
    public static partial void LeaseNotRenewed(this ILogger log, Exception error, Guid channelId);
}

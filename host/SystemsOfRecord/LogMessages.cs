namespace SocialCrm.Host.SystemsOfRecord;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Deliveries to systems of record failed and go on")]
    public static partial void DeliveriesFailed(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Handing over to the system of record {SystemId} failed and goes on")]
    public static partial void DeliveryFailed(this ILogger log, Exception error, Guid systemId);

    [LoggerMessage(Level = LogLevel.Error, Message = "An event for the system of record {SystemId} could not be made")]
    public static partial void EventNotMade(this ILogger log, Exception error, Guid systemId);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Outcomes of the system of record {SystemId} are written again")]
    public static partial void OutcomeRetried(this ILogger log, Exception error, Guid systemId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease on the event {EventId} had ended before its outcome was known here")]
    public static partial void LeaseLost(this ILogger log, Guid eventId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Pulls of systems of record could not be taken")]
    public static partial void PullsNotTaken(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The pull of the system of record {SystemId} failed; it is taken again when its lease ends")]
    public static partial void PullFailed(this ILogger log, Exception error, Guid systemId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A pull of the system of record {SystemId} had lost its lease and wrote nothing")]
    public static partial void PullLost(this ILogger log, Guid systemId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telling a system of record of all customers failed and goes on")]
    public static partial void SendingFailed(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Old deliveries could not be removed")]
    public static partial void UpkeepFailed(this ILogger log, Exception error);
}

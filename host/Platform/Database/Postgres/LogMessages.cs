namespace SocialCrm.Host.Platform.Database.Postgres;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "This machine's clock is not the database's: from now on {Offset} is added to it. Set the clock")]
    public static partial void ClockSet(this ILogger log, TimeSpan offset);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This machine's clock could not be compared with the database's; tried again soon")]
    public static partial void ClockUnknown(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Tables that have just filled could not be analysed; tried again soon")]
    public static partial void StatisticsFailed(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The partition of a coming month could not be made; tried again tomorrow")]
    public static partial void PartitionsFailed(this ILogger log, Exception error);
}

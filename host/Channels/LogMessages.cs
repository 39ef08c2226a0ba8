namespace SocialCrm.Host.Channels;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The secrets of channel {ChannelId} cannot be decrypted: the server's keys are not those they were encrypted with. Restore the keys, or rotate the channel's secret")]
    public static partial void SecretsUnreadable(this ILogger logger, Guid channelId);
}

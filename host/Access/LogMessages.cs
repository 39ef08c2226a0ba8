using System.Net;

namespace SocialCrm.Host.Access;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Information, Message = "A sign-in from {Address} failed")]
    public static partial void SignInFailed(this ILogger log, IPAddress? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in from {Address} is refused after repeated failures")]
    public static partial void SignInLockedOut(this ILogger log, IPAddress? address);

    [LoggerMessage(Level = LogLevel.Information, Message = "Tenant {TenantId} was created")]
    public static partial void TenantCreated(this ILogger log, Guid tenantId);

    [LoggerMessage(Level = LogLevel.Error, Message = "An e-mail with a link for a new password could not be written")]
    public static partial void ResetNotMailed(this ILogger log, Exception error);
}

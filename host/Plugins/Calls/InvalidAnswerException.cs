namespace SocialCrm.Host.Plugins.Calls;

/// <summary>A plugin gave back what the SDK does not allow. The message completes "gave back …" and quotes no text.</summary>
internal sealed class InvalidAnswerException(string message) : Exception(message);

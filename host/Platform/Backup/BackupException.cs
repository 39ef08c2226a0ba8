namespace SocialCrm.Host.Platform.Backup;

/// <summary>What an operator has to know and do; the message is shown as it is.</summary>
internal sealed class BackupException(string message) : Exception(message);

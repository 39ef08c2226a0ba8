namespace SocialCrm.Plugins.Channels.Feed;

/// <summary>What came is no feed that can be read. The message is a sentence for the admin.</summary>
internal sealed class FeedException(string message) : Exception(message);

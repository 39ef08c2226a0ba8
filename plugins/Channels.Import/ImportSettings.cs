namespace SocialCrm.Plugins.Channels.Import;

/// <summary>There is nothing to set: what matters is said with each file.</summary>
public sealed class ImportSettings;

namespace SocialCrm.Host.Platform.Runs;

/// <summary>A step cannot be made now for a reason that people can do something about; it is tried again shortly.</summary>
internal sealed class RunDelayedException(string reason) : Exception(reason);

namespace SocialCrm.Benchmarks;

/// <summary>Something that the person at the keyboard can put right.</summary>
internal sealed class UsageException(string message) : Exception(message);

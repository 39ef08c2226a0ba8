namespace SocialCrm.Host.Access.Sessions;

/// <summary>What came of checking a password.</summary>
internal enum PasswordOutcome
{
    Right,
    Wrong,

    /// <summary>Failures before have closed the door for a while.</summary>
    LockedOut,
}

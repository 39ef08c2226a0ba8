namespace SocialCrm.Host.Platform.Runs;

/// <summary>What comes after a step of a run.</summary>
internal enum RunStep
{
    /// <summary>The run has ended, or is no longer ours.</summary>
    Over,

    /// <summary>The next one at once.</summary>
    GoOn,

    /// <summary>The next one after as long a rest as the step took: live messages come first.</summary>
    Rest,
}

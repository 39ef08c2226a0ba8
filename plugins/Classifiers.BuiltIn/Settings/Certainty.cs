using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Settings;

/// <summary>How sure the classifier must be before it gives a label.</summary>
public enum Certainty
{
    /// <summary>Fewer labels, more of them right.</summary>
    [Setting("Careful: fewer labels, more of them right")]
    Careful,

    /// <summary>As the thresholds were measured.</summary>
    [Setting("Usual")]
    Usual,

    /// <summary>More labels, fewer of them right.</summary>
    [Setting("Bold: more labels, fewer of them right")]
    Bold,
}

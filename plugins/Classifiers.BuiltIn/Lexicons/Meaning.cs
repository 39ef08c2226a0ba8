namespace SocialCrm.Plugins.Classifiers.BuiltIn.Lexicons;

/// <summary>What a listed word or phrase says.</summary>
internal sealed class Meaning
{
    /// <summary>-4 to 4; 0 for a phrase without feeling, null where none was listed.</summary>
    public float? Valence { get; set; }

    public Roles Roles { get; set; }

    /// <summary>The features it counts for, by their place in <see cref="Heads.FeatureSpace"/>.</summary>
    public List<int> Cues { get; } = [];
}

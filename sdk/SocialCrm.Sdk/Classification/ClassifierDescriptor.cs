namespace SocialCrm.Sdk;

/// <summary>What a classifier is called and which model it runs.</summary>
public sealed record ClassifierDescriptor
{
    /// <summary>The classifier's id, unique on a server: lower-case letters, digits and hyphens, at most 64 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The name that an admin sees.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The version of the rules and weights, as <c>1.0.0</c>, of at most 48 characters. It must change whenever the same text
    /// could get other labels by the same settings: explanations are computed again from this version and the text. Where
    /// settings are not their defaults, the host marks the version with them (<c>1.0.0+5f0c1a9e</c>).
    /// </summary>
    public required string ModelVersion { get; init; }
}

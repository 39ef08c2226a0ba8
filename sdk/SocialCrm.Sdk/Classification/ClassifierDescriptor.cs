namespace SocialCrm.Sdk;

/// <summary>What a classifier is called and which model it runs.</summary>
public sealed record ClassifierDescriptor
{
    /// <summary>The classifier's id, unique on a server: lower-case letters, digits and hyphens, at most 64 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The name that an admin sees.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The version of the rules and weights, as <c>1.0.0</c>. It must change whenever the same text could get other
    /// labels: explanations are computed again from this version and the text.
    /// </summary>
    public required string ModelVersion { get; init; }
}

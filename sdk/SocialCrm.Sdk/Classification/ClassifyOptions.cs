namespace SocialCrm.Sdk;

/// <summary>What the host wants to know of a batch.</summary>
public sealed record ClassifyOptions
{
    /// <summary>True to fill in <see cref="Label.Evidence"/>. Asked for only when a person looks.</summary>
    public bool Explain { get; init; }
}

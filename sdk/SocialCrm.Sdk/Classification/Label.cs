namespace SocialCrm.Sdk;

/// <summary>A value on a facet, with how sure the classifier is.</summary>
/// <param name="Facet">One of <see cref="Facets"/>.</param>
/// <param name="Value">
/// One of the facet's values, or <see cref="Facets.Unsure"/> where the classifier abstains.
/// </param>
/// <param name="Confidence">How sure it is that the value is right, 0 to 1. For "unsure": that of the best value it did not dare to give.</param>
public sealed record Label(string Facet, string Value, double Confidence)
{
    /// <summary>The words that led to the value, in the order of the text; empty unless asked for.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}

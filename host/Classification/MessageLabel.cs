namespace SocialCrm.Host.Classification;

/// <summary>A label that a message carries.</summary>
/// <param name="Facet">The facet, such as <c>type</c>.</param>
/// <param name="Value">Its value, or <c>unsure</c>.</param>
/// <param name="Confidence">How sure the classifier was; 1 for a person's correction.</param>
/// <param name="CorrectedBy">The person who set it; null for the machine's.</param>
/// <param name="Stated">True when the message's source said so itself.</param>
public sealed record MessageLabel(string Facet, string Value, double Confidence, Guid? CorrectedBy = null, bool Stated = false)
{
    /// <summary>True for a topic that a query of this organisation found: it stays whatever a classifier says.</summary>
    public bool Listened { get; init; }
}

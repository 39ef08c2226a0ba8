using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Classification;

/// <summary>A label of a message, as people see it.</summary>
/// <param name="Facet">The facet: type, asks, complains, praises, sentiment, action, urgency, language or topic.</param>
/// <param name="Value">Its value; unsure where the machine abstains.</param>
/// <param name="Confidence">How sure the machine was, 0 to 1; 1 for a person's.</param>
/// <param name="Explanation">The words that led to it, strongest first; null where there are none to show.</param>
/// <param name="Evidence">Where these words stand in the text.</param>
/// <param name="CorrectedBy">The person who set it; null for the machine's.</param>
public sealed record LabelView(
    string Facet, string Value, double Confidence, string? Explanation, IReadOnlyList<LabelEvidence> Evidence, Named? CorrectedBy);

/// <summary>A span of the text that spoke for or against a label.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
/// <param name="Weight">How strongly it spoke for the label; below zero: against it.</param>
/// <param name="Note">Why it counts; null where the span speaks for itself.</param>
public sealed record LabelEvidence(int Start, int Length, double Weight, string? Note);

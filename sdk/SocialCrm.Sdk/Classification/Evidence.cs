namespace SocialCrm.Sdk;

/// <summary>A span of the text that spoke for or against a label.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units; at least 1.</param>
/// <param name="Weight">How strongly it spoke for the label; below zero: against it.</param>
/// <param name="Note">Why it counts, in a few words, such as "negated praise"; empty where the span speaks for itself.</param>
public sealed record Evidence(int Start, int Length, double Weight, string Note = "");

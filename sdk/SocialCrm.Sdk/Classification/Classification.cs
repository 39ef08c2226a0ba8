namespace SocialCrm.Sdk;

/// <summary>The labels of one message: at most one for each facet, but several for <see cref="Facets.Topic"/>.</summary>
/// <param name="Labels">The labels, in no particular order.</param>
public sealed record Classification(IReadOnlyList<Label> Labels);

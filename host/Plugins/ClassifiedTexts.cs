using MessageClassification = SocialCrm.Sdk.Classification;

namespace SocialCrm.Host.Plugins;

/// <summary>What a classifier said of a batch.</summary>
/// <param name="Items">One classification for each text, in the same order.</param>
/// <param name="ModelVersion">The model that said so, marked with its settings where they are not the defaults.</param>
public sealed record ClassifiedTexts(IReadOnlyList<MessageClassification> Items, string ModelVersion);

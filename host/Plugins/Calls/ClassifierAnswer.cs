using SocialCrm.Sdk;
using MessageClassification = SocialCrm.Sdk.Classification;

namespace SocialCrm.Host.Plugins.Calls;

/// <summary>Checks what a classifier gave back, and takes it out of lists that may be of the plugin's own types.</summary>
internal static class ClassifierAnswer
{
    private const int MaxLength = 64;

    public static IReadOnlyList<MessageClassification> Copy(IReadOnlyList<MessageClassification>? answer, int expected)
    {
        if (answer?.Count != expected)
        {
            throw new InvalidAnswerException($"{answer?.Count.ToString() ?? "no"} classifications for {expected} messages");
        }

        var copies = new MessageClassification[expected];
        for (var i = 0; i < expected; i++)
        {
            copies[i] = Copy(answer[i]);
        }

        return copies;
    }

    private static MessageClassification Copy(MessageClassification? classification)
    {
        if (classification?.Labels is not { } labels)
        {
            throw new InvalidAnswerException("a message without labels");
        }

        var copies = new Label[labels.Count];
        for (var i = 0; i < copies.Length; i++)
        {
            copies[i] = Copy(labels[i]);
        }

        return new MessageClassification(copies);
    }

    private static Label Copy(Label? label)
    {
        if (label is not { Facet: { Length: > 0 and <= MaxLength }, Value: { Length: > 0 and <= MaxLength }, Confidence: >= 0 and <= 1, Evidence: not null })
        {
            throw new InvalidAnswerException("a label without facet, value or a confidence from 0 to 1");
        }

        if (Facets.ClosedValues.TryGetValue(label.Facet, out var values) && label.Value != Facets.Unsure && !values.Contains(label.Value))
        {
            throw new InvalidAnswerException($"a value that the facet {label.Facet} does not have");
        }

        return label.Evidence.Count == 0 ? label with { Evidence = [] } : label with { Evidence = [.. label.Evidence] };
    }
}

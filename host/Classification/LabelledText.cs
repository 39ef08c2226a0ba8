using SocialCrm.Sdk;

namespace SocialCrm.Host.Classification;

/// <summary>A text and the labels that are stored with it; no text once the message was taken down.</summary>
public sealed record LabelledText(string? Text, MessageKind Kind, bool IsAnswer, MessageLabels Labels)
{
    public ClassifierInput ToInput() => new() { Text = Text ?? "", Kind = Kind, IsAnswer = IsAnswer };
}

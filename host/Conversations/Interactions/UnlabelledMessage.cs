using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>A message that waits for its labels, as it was when it was read.</summary>
public sealed record UnlabelledMessage(Guid TenantId, Guid Id, long Revision, string Text, MessageKind Kind, bool IsAnswer)
{
    public ClassifierInput ToInput() => new() { Text = Text, Kind = Kind, IsAnswer = IsAnswer };
}

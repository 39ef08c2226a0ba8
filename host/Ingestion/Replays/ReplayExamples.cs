using SocialCrm.Host.Conversations;

namespace SocialCrm.Host.Ingestion;

/// <summary>A message whose labels change, as facet:value: those that go, and those that come.</summary>
internal sealed record RelabelledExample(Guid MessageId, Guid ConversationId, List<string> Lost, List<string> Gained)
{
    /// <summary>True for a change of the same kind.</summary>
    public bool IsLike(RelabelledExample other) => Lost.FirstOrDefault() == other.Lost.FirstOrDefault() && Gained.FirstOrDefault() == other.Gained.FirstOrDefault();
}

/// <summary>A conversation that goes elsewhere, with the message that began it.</summary>
internal sealed record ReroutedExample(Guid ConversationId, Guid MessageId, RoutedPlace Before, RoutedPlace After);

/// <summary>Where a conversation is and how it is marked.</summary>
internal sealed record RoutedPlace(Guid? TeamId, Guid? AssigneeId, string Priority, string[] Tags, bool SetAside)
{
    public static RoutedPlace Of(ThreadRow thread) => new(
        thread.TeamId, thread.AssigneeId, thread.Priority.ToString().ToLowerInvariant(), thread.Tags, thread.Status == ConversationStatus.Spam);

    public bool IsSameAs(RoutedPlace other) =>
        (TeamId, AssigneeId, Priority, SetAside) == (other.TeamId, other.AssigneeId, other.Priority, other.SetAside)
        && Tags.SequenceEqual(other.Tags, StringComparer.Ordinal);
}

namespace SocialCrm.Host.Notifications;

/// <summary>What some people are to be told, by whichever slice it comes from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="People">Who; the same person twice counts once.</param>
public sealed record Notice(NotificationKind Kind, Guid SubjectId, IReadOnlyCollection<Guid> People)
{
    /// <summary>Where it leads, when that is not its subject.</summary>
    public Guid? TargetId { get; init; }

    /// <summary>The colleague or the rule behind it.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The channel or the file, or why. No words of a customer.</summary>
    public string About { get; init; } = "";
}

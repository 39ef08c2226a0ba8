using System.Globalization;
using SocialCrm.Host.Access;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Conversations;

public enum BulkActionKind
{
    /// <summary>Sets open, waiting or resolved.</summary>
    Status,

    /// <summary>Gives them to a person (the id of a user, me), or to nobody (none).</summary>
    Assign,

    /// <summary>Moves them to a team.</summary>
    Team,

    /// <summary>Sets the priority.</summary>
    Priority,

    /// <summary>Adds a tag.</summary>
    AddTag,

    /// <summary>Takes a tag away.</summary>
    RemoveTag,

    /// <summary>Puts them off until a time.</summary>
    Snooze,

    /// <summary>Blocks their authors and sets them aside with everything else of theirs.</summary>
    Spam,
}

/// <param name="Do">What is done.</param>
/// <param name="Value">The status, the user, the team, the priority, the tag or the time; nothing for spam.</param>
public sealed record BulkActionRequest(BulkActionKind Do, string? Value = null);

/// <summary>What is done to each of several conversations, read once.</summary>
internal sealed record BulkAction(BulkActionKind Kind)
{
    public ConversationStatus Status { get; private init; }

    public ConversationPriority Priority { get; private init; }

    /// <summary>The user or the team.</summary>
    public Guid? Target { get; private init; }

    public string Tag { get; private init; } = "";

    public DateTime Until { get; private init; }

    /// <summary>What the person saw of each; a conversation that is not there was seen at <see cref="SeenAt"/>.</summary>
    public IReadOnlyDictionary<Guid, Guid> Seen { get; private init; } = new Dictionary<Guid, Guid>();

    /// <summary>Null where nothing is known of what was seen.</summary>
    public DateTime? SeenAt { get; private init; }

    public BulkAction AsSeen(IReadOnlyList<SeenMessage>? seen, DateTime? at) =>
        this with { Seen = (seen ?? []).ToDictionary(s => s.Conversation, s => s.Message), SeenAt = at };

    /// <summary>The action, or what is wrong with its value.</summary>
    public static async Task<(BulkAction? Action, string? Error)> ReadAsync(
        BulkActionRequest request, Caller caller, Members members, Teams teams, TimeProvider time, CancellationToken ct) => request.Do switch
        {
            BulkActionKind.Status => Word<ConversationStatus>(request.Value) is { } status and (ConversationStatus.Open or ConversationStatus.Waiting or ConversationStatus.Resolved)
                ? (new BulkAction(request.Do) { Status = status }, null)
                : (null, "Give open, waiting or resolved."),
            BulkActionKind.Assign => await PersonAsync(request, caller, members, ct),
            BulkActionKind.Team => Guid.TryParse(request.Value, out var team) && await teams.ExistsAsync(team, ct)
                ? (new BulkAction(request.Do) { Target = team }, null)
                : (null, "Choose a team of this organisation."),
            BulkActionKind.Priority => Word<ConversationPriority>(request.Value) is { } priority
                ? (new BulkAction(request.Do) { Priority = priority }, null)
                : (null, "Choose low, normal, high or urgent."),
            BulkActionKind.AddTag or BulkActionKind.RemoveTag => ConversationTags.Read([request.Value ?? ""]) is [var tag]
                ? (new BulkAction(request.Do) { Tag = tag }, null)
                : (null, $"Give a tag of 1 to {ConversationTags.Longest} characters."),
            BulkActionKind.Snooze => DateTimeOffset.TryParse(request.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
                && SnoozeConversation.Error(until, time.GetUtcNow()) is null
                ? (new BulkAction(request.Do) { Until = until.UtcDateTime }, null)
                : (null, "Give a time to come, at most a year away."),
            BulkActionKind.Spam => (new BulkAction(request.Do), null),
        };

    private static async Task<(BulkAction? Action, string? Error)> PersonAsync(BulkActionRequest request, Caller caller, Members members, CancellationToken ct)
    {
        if (request.Value == "none")
        {
            return (new BulkAction(request.Do), null);
        }

        var user = request.Value == "me" ? caller.UserId : Guid.TryParse(request.Value, out var id) ? id : null;
        return user is { } known && await members.ExistsAsync(known, ct)
            ? (new BulkAction(request.Do) { Target = known }, null)
            : (null, "Choose a member of this organisation, me, or none for nobody.");
    }

    private static T? Word<T>(string? value)
        where T : struct, Enum => Platform.Http.Choice.TryRead<T>(value, out var choice) ? choice : null;
}

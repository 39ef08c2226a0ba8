using System.Text.Json;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>A configured system of record.</summary>
/// <param name="Id">The system's id.</param>
/// <param name="Kind">The id of its kind.</param>
/// <param name="KindName">The kind's name; its id while the plugin is not running.</param>
/// <param name="Name">The system's name.</param>
/// <param name="Enabled">Whether it is told of what happens, and pulled from.</param>
/// <param name="Settings">The settings; a secret one is null.</param>
/// <param name="SecretsSet">The names of the secret settings that are stored.</param>
/// <param name="Signs">Whether what it is told is signed with a secret of its own.</param>
/// <param name="Mapping">Which of our fields go to it, and what they are called there.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Status">Whether it works.</param>
/// <param name="StatusReason">Why it does not, where it does not.</param>
/// <param name="Delivering">How it goes with telling it.</param>
/// <param name="Pulling">How it goes with pulling from it; null where nothing is pulled.</param>
/// <param name="SendingAll">How far it has come with being told of all customers; null when nobody asked for it.</param>
public record RecordSystemItem(
    Guid Id,
    string Kind,
    string KindName,
    string Name,
    bool Enabled,
    IReadOnlyDictionary<string, JsonElement> Settings,
    IReadOnlyList<string> SecretsSet,
    bool Signs,
    FieldMapping Mapping,
    DateTime CreatedAt,
    RecordSystemStatus Status,
    string? StatusReason,
    DeliveringHealth Delivering,
    PullingHealth? Pulling,
    SendingProgress? SendingAll);

/// <summary>How a system of record stands.</summary>
public enum RecordSystemStatus
{
    Ok,

    /// <summary>Nothing has gone to it yet, or it asked us to wait.</summary>
    Waiting,

    /// <summary>The last attempts did not work; it is tried again by itself.</summary>
    Failing,

    /// <summary>It waits for a person.</summary>
    Stopped,

    /// <summary>Switched off by a person.</summary>
    Disabled,

    /// <summary>It cannot be called: its plugin, its settings or its secrets are not there.</summary>
    Unavailable,
}

/// <summary>How it goes with telling a system what happens.</summary>
/// <param name="Queued">How many events wait or are on their way; at most 10,000 are counted.</param>
/// <param name="Failed">How many events failed or have an unknown outcome; at most 10,000 are counted.</param>
/// <param name="OldestQueuedAt">Since when the oldest event waits.</param>
/// <param name="LastSuccessAt">When the system last took one, or answered.</param>
/// <param name="LastErrorAt">When an attempt last did not work.</param>
/// <param name="LastError">Why; null once one has worked.</param>
/// <param name="ConsecutiveErrors">How many attempts in a row did not reach it.</param>
/// <param name="BackOffUntil">Until when everything for it waits.</param>
/// <param name="StoppedAt">Since when it waits for a person.</param>
public sealed record DeliveringHealth(
    int Queued,
    int Failed,
    DateTime? OldestQueuedAt,
    DateTime? LastSuccessAt,
    DateTime? LastErrorAt,
    string? LastError,
    int ConsecutiveErrors,
    DateTime? BackOffUntil,
    DateTime? StoppedAt);

/// <summary>How it goes with pulling from a system.</summary>
/// <param name="Running">Whether a pull is under way now.</param>
/// <param name="LastPullAt">When it was last pulled from.</param>
/// <param name="LastSuccessAt">When a pull last worked.</param>
/// <param name="NextPullAt">When it is pulled from next; null while it is stopped or switched off.</param>
/// <param name="ConsecutiveErrors">How many pulls in a row did not work.</param>
/// <param name="LastError">Why the last pull did not work; null when it did.</param>
/// <param name="BackOffUntil">Until when it waits longer than usual.</param>
/// <param name="StoppedAt">Since when it waits for a person.</param>
/// <param name="CursorAt">When its reading position last moved on.</param>
/// <param name="Notice">What an admin should know although it works.</param>
/// <param name="Linked">How many records are linked to customers.</param>
public sealed record PullingHealth(
    bool Running,
    DateTime? LastPullAt,
    DateTime? LastSuccessAt,
    DateTime? NextPullAt,
    int ConsecutiveErrors,
    string? LastError,
    DateTime? BackOffUntil,
    DateTime? StoppedAt,
    DateTime? CursorAt,
    string? Notice,
    int Linked);

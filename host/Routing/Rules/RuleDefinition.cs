using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialCrm.Host.Routing;

/// <summary>What a rule asks for and does.</summary>
public sealed record RuleDefinition(IReadOnlyList<RuleCondition> Conditions, IReadOnlyList<RuleAction> Actions)
{
    public string Write() => JsonSerializer.Serialize(this, RoutingJson.Default.RuleDefinition);

    public static RuleDefinition Read(string json) => JsonSerializer.Deserialize(json, RoutingJson.Default.RuleDefinition)!;
}

/// <param name="On">What is looked at.</param>
/// <param name="Values">
/// Any of them will do: ids of channels; a label's values; a query (words, "phrases", AND, OR, NOT); languages by their two
/// letters; kinds of message; public or private; keys of topics; parts of a customer's name, handle or owner; tiers.
/// </param>
/// <param name="Key">The facet of a label, or the customer's field: name, handle, followers, owner or tier (the last two as systems of record have them).</param>
/// <param name="Minimum">The least confidence of a label, 0 to 1; the least number of followers.</param>
/// <param name="Not">True turns the condition round.</param>
public sealed record RuleCondition(
    ConditionOn On, IReadOnlyList<string>? Values = null, string? Key = null, double? Minimum = null, bool Not = false);

/// <param name="Do">What is done.</param>
/// <param name="Value">The id of a team or a person, a priority, or a tag; nothing for setAside.</param>
public sealed record RuleAction(RuleActionKind Do, string Value = "");

public enum ConditionOn
{
    Channel,
    Label,
    Text,
    Language,
    Kind,
    Visibility,
    Topic,
    Customer,
}

public enum RuleActionKind
{
    /// <summary>Moves the conversation to a team.</summary>
    Team,

    /// <summary>Assigns it to a person.</summary>
    Assign,

    /// <summary>Assigns it to the members of a team in turn.</summary>
    RoundRobin,

    /// <summary>Assigns it to the member of a team who has the fewest unresolved conversations.</summary>
    LeastLoaded,

    /// <summary>Raises the priority; a rule never lowers it.</summary>
    Priority,

    /// <summary>Adds a tag.</summary>
    Tag,

    /// <summary>Sets it aside as noise, unless somebody has it. It comes back with the next message for which this does not hold.</summary>
    SetAside,

    /// <summary>Tells a person or the members of a team; never of imported history.</summary>
    Notify,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RuleDefinition))]
internal sealed partial class RoutingJson : JsonSerializerContext;

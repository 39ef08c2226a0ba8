using System.Text.Json;
using System.Text.Json.Serialization;
using SocialCrm.Host.Classification;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// What a replay found: counts before and after, and some examples. Pure. Holds ids alone of messages and people, so that
/// what is taken down or erased later is gone from the report too.
/// </summary>
internal sealed class ReplayTally
{
    private const int MostExamples = 40;
    private const int MostAlike = 5;
    private const int MostTopics = 1_000;

    // In the order in which people look at them.
    public static readonly IReadOnlyList<string> SingleFacets =
        [Facets.Type, Facets.Sentiment, Facets.Action, Facets.Urgency, Facets.Asks, Facets.Complains, Facets.Praises, Facets.Language];

    /// <summary>By facet and value.</summary>
    public Dictionary<string, Dictionary<string, ReplayCount>> Labels { get; set; } = [];

    /// <summary>By the team's id; empty for no team.</summary>
    public Dictionary<string, ReplayCount> Teams { get; set; } = [];

    public Dictionary<string, ReplayCount> Priorities { get; set; } = [];

    /// <summary>Messages on which a person's label stands and stays.</summary>
    public long Corrected { get; set; }

    public long Reassigned { get; set; }

    public long SetAside { get; set; }

    public List<RelabelledExample> Messages { get; set; } = [];

    public List<ReroutedExample> Rerouted { get; set; } = [];

    public static ReplayTally Parse(string json) => JsonSerializer.Deserialize(json, ReplayJson.Default.ReplayTally)!;

    public string Write() => JsonSerializer.Serialize(this, ReplayJson.Default.ReplayTally);

    /// <summary>Counts a message with the labels that it has and those that today's classifier and topics give it; true when they differ.</summary>
    public bool Count(Guid message, Guid conversation, MessageLabels before, MessageLabels after)
    {
        List<string>? lost = null;
        List<string>? gained = null;
        foreach (var facet in SingleFacets)
        {
            Single(facet, before[facet], after[facet], ref lost, ref gained);
        }

        Topics(before, after, ref lost, ref gained);
        if (before.Items.Any(l => l.CorrectedBy is not null))
        {
            Corrected++;
        }

        if (lost is null && gained is null)
        {
            return false;
        }

        Show(new RelabelledExample(message, conversation, lost ?? [], gained ?? []));
        return true;
    }

    /// <summary>Counts a conversation as it stands and as today's rules would have it; true when they differ.</summary>
    public bool Count(Guid conversation, Guid message, RoutedPlace before, RoutedPlace after)
    {
        Move(Teams, before.TeamId?.ToString() ?? "", after.TeamId?.ToString() ?? "");
        Move(Priorities, before.Priority, after.Priority);
        Reassigned += before.AssigneeId != after.AssigneeId ? 1 : 0;
        SetAside += after.SetAside ? 1 : 0;
        if (before.IsSameAs(after))
        {
            return false;
        }

        if (Rerouted.Count < MostExamples)
        {
            Rerouted.Add(new ReroutedExample(conversation, message, before, after));
        }

        return true;
    }

    private void Single(string facet, string? before, string? after, ref List<string>? lost, ref List<string>? gained)
    {
        if (before is not null)
        {
            Of(facet, before)!.Before++;
        }

        if (after is not null)
        {
            Of(facet, after)!.After++;
        }

        if (before != after)
        {
            Lose(facet, before, ref lost);
            Gain(facet, after, ref gained);
        }
    }

    private void Topics(MessageLabels before, MessageLabels after, ref List<string>? lost, ref List<string>? gained)
    {
        var (old, now) = (before.Topics.ToHashSet(StringComparer.Ordinal), after.Topics.ToHashSet(StringComparer.Ordinal));
        foreach (var topic in old)
        {
            (Of(Facets.Topic, topic) ?? new()).Before++;
            Lose(Facets.Topic, now.Contains(topic) ? null : topic, ref lost);
        }

        foreach (var topic in now)
        {
            (Of(Facets.Topic, topic) ?? new()).After++;
            Gain(Facets.Topic, old.Contains(topic) ? null : topic, ref gained);
        }
    }

    private void Lose(string facet, string? value, ref List<string>? lost)
    {
        if (value is not null)
        {
            (Of(facet, value) ?? new()).Lost++;
            (lost ??= []).Add($"{facet}:{value}");
        }
    }

    private void Gain(string facet, string? value, ref List<string>? gained)
    {
        if (value is not null)
        {
            (Of(facet, value) ?? new()).Gained++;
            (gained ??= []).Add($"{facet}:{value}");
        }
    }

    /// <summary>Null for the topics beyond so many.</summary>
    private ReplayCount? Of(string facet, string value)
    {
        if (!Labels.TryGetValue(facet, out var values))
        {
            Labels.Add(facet, values = []);
        }

        if (!values.TryGetValue(value, out var count) && values.Count < MostTopics)
        {
            values.Add(value, count = new ReplayCount());
        }

        return count;
    }

    private static void Move(Dictionary<string, ReplayCount> counts, string before, string after)
    {
        var (from, to) = (At(counts, before), At(counts, after));
        from.Before++;
        to.After++;
        if (before != after)
        {
            from.Lost++;
            to.Gained++;
        }
    }

    private static ReplayCount At(Dictionary<string, ReplayCount> counts, string key)
    {
        if (!counts.TryGetValue(key, out var count))
        {
            counts.Add(key, count = new ReplayCount());
        }

        return count;
    }

    /// <summary>Different changes say more than many of one kind.</summary>
    private void Show(RelabelledExample example)
    {
        if (Messages.Count < MostExamples && Messages.Count(m => m.IsLike(example)) < MostAlike)
        {
            Messages.Add(example);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ReplayTally))]
internal sealed partial class ReplayJson : JsonSerializerContext;

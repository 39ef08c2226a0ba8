using System.Globalization;
using SocialCrm.Host.Listening;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Routing;

/// <summary>A rule made ready to be tried on many messages. Pure and immutable.</summary>
public sealed class CompiledRule(Guid id, string name, bool stop, RuleDefinition definition)
{
    private readonly Test[] _tests = [.. definition.Conditions.Select(Compile)];

    /// <summary>Says why it holds, in words to be kept; null when it does not.</summary>
    private delegate string? Test(RoutedMessage message);

    public Guid Id => id;

    public string Name => name;

    public bool Stop => stop;

    public bool LooksAtCustomer { get; } = definition.Conditions.Any(c => c.On == ConditionOn.Customer);

    /// <summary>Whether it asks for what systems of record say of customers.</summary>
    public bool LooksAtRecords { get; } = definition.Conditions.Any(c => c.On == ConditionOn.Customer && c.Key is "owner" or "tier");

    /// <summary>Whether labels decide, which may come after the message.</summary>
    public bool LooksAtLabels { get; } = definition.Conditions.Any(c => c.On is ConditionOn.Label or ConditionOn.Language);

    /// <summary>True when what it holds for is noise.</summary>
    public bool SetsAside { get; } = definition.Actions.Any(a => a.Do == RuleActionKind.SetAside);

    public IReadOnlyList<RuleAction> Actions => definition.Actions;

    /// <summary>Why the rule holds for a message; null when it does not.</summary>
    public string? Why(RoutedMessage message)
    {
        var reasons = new string[_tests.Length];
        for (var i = 0; i < _tests.Length; i++)
        {
            if (_tests[i](message) is not { } reason)
            {
                return null;
            }

            reasons[i] = reason;
        }

        return reasons.Length == 0 ? "it applies to every message" : string.Join(" and ", reasons);
    }

    private static Test Compile(RuleCondition condition)
    {
        var test = Positive(condition);
        return condition.Not ? message => test(message) is null ? $"not: {Named(condition)}" : null : test;
    }

    private static string Named(RuleCondition condition) =>
        $"{condition.Key ?? condition.On.ToString().ToLowerInvariant()} {string.Join(" or ", condition.Values ?? [])}".TrimEnd();

    private static Test Positive(RuleCondition condition)
    {
        var values = (condition.Values ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return condition.On switch
        {
            ConditionOn.Channel => m => values.Contains(m.ChannelId.ToString()) ? $"the channel is {m.ChannelName}" : null,
            ConditionOn.Label => m => Label(m, condition.Key!, values, condition.Minimum ?? 0),
            ConditionOn.Text => Text(condition),
            ConditionOn.Language => m => m.Labels[Facets.Language] is { } language && values.Contains(language) ? $"the language is {language}" : null,
            ConditionOn.Kind => m => values.Contains(m.Kind.ToString()) ? $"the kind is {m.Kind.ToString().ToLowerInvariant()}" : null,
            ConditionOn.Visibility => m => values.Contains(m.IsPublic ? "public" : "private") ? $"it is {(m.IsPublic ? "public" : "private")}" : null,
            ConditionOn.Topic => m => m.Labels.Topics.FirstOrDefault(values.Contains) is { } topic ? $"the topic is {topic}" : null,
            ConditionOn.Customer => m => Customer(m, condition),
        };
    }

    private static string? Label(RoutedMessage message, string facet, HashSet<string> values, double minimum)
    {
        foreach (var label in message.Labels.Items)
        {
            if (label.Facet == facet && label.Confidence >= minimum && values.Contains(label.Value))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{facet} is {label.Value} ({label.Confidence:0.##})");
            }
        }

        return null;
    }

    private static Test Text(RuleCondition condition)
    {
        var queries = (condition.Values ?? []).Select(v => TopicQuery.Parse(v).Query).OfType<TopicQuery>().ToArray();
        return message =>
        {
            var query = Array.Find(queries, q => q.Matches(message.Words));
            return query?.Find(message.Words) switch
            {
                null => null,
                [var at, ..] => $"the text says “{Cut(message.Text.Substring(at.Start, at.Length))}”",
                _ => "the text matches",
            };
        };
    }

    private static string? Customer(RoutedMessage message, RuleCondition condition)
    {
        if (condition.Key == "followers")
        {
            return message.Followers >= condition.Minimum ? $"the customer has {message.Followers} followers" : null;
        }

        if (condition.Key == "tier")
        {
            return message.Tiers.FirstOrDefault(t => condition.Values!.Contains(t, StringComparer.OrdinalIgnoreCase)) is { } tier
                ? $"the customer’s tier is {Cut(tier)}"
                : null;
        }

        if (condition.Key == "owner")
        {
            return message.Owners.FirstOrDefault(o => condition.Values!.Any(v => o.Contains(v, StringComparison.OrdinalIgnoreCase))) is { } owner
                ? $"the customer’s owner is {Cut(owner)}"
                : null;
        }

        var field = condition.Key == "handle" ? message.AuthorHandle : message.AuthorName;
        return field is not null && condition.Values!.FirstOrDefault(v => field.Contains(v, StringComparison.OrdinalIgnoreCase)) is { } part
            ? $"the customer’s {condition.Key} has “{Cut(part)}”"
            : null;
    }

    private static string Cut(string words) => words.Length <= 60 ? words : words[..60] + "…";
}

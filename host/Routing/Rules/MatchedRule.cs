namespace SocialCrm.Host.Routing;

/// <summary>A rule that holds for a message, and why.</summary>
public sealed record MatchedRule(CompiledRule Rule, string Why);

/// <summary>The rules of a tenant in their order. Immutable: many workers use it at once.</summary>
public sealed class RuleSet(IReadOnlyList<CompiledRule> rules)
{
    public bool IsEmpty => rules.Count == 0;

    /// <summary>Whether any of them asks who wrote the message.</summary>
    public bool LooksAtCustomer { get; } = rules.Any(r => r.LooksAtCustomer);

    /// <summary>Whether any of them asks for what systems of record say of customers.</summary>
    public bool LooksAtRecords { get; } = rules.Any(r => r.LooksAtRecords);

    /// <summary>The rules that hold for a message, up to the first that stops.</summary>
    public IReadOnlyList<MatchedRule> Match(RoutedMessage message)
    {
        List<MatchedRule>? matched = null;
        foreach (var rule in rules)
        {
            if (rule.Why(message) is not { } why)
            {
                continue;
            }

            (matched ??= []).Add(new MatchedRule(rule, why));
            if (rule.Stop)
            {
                break;
            }
        }

        return matched ?? (IReadOnlyList<MatchedRule>)[];
    }
}

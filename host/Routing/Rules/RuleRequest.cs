namespace SocialCrm.Host.Routing;

/// <param name="Name">1 to 100 characters.</param>
/// <param name="Conditions">All must hold; none means every message.</param>
/// <param name="Actions">What is done, in this order.</param>
/// <param name="Stop">True: no later rule is tried on a message that this one matched.</param>
/// <param name="Enabled">False keeps it without using it.</param>
public sealed record RuleRequest(
    string Name, IReadOnlyList<RuleCondition> Conditions, IReadOnlyList<RuleAction> Actions, bool Stop = false, bool Enabled = true);

/// <summary>A rule.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Position">Its place in the order, from 0.</param>
/// <param name="Enabled">False while it is not used.</param>
/// <param name="Stop">True: no later rule is tried on a message that this one matched.</param>
/// <param name="Conditions">All must hold.</param>
/// <param name="Actions">What is done.</param>
public sealed record RuleItem(
    Guid Id, string Name, int Position, bool Enabled, bool Stop, IReadOnlyList<RuleCondition> Conditions, IReadOnlyList<RuleAction> Actions)
{
    internal static RuleItem Of(Rule rule)
    {
        var definition = RuleDefinition.Read(rule.Definition);
        return new RuleItem(rule.Id, rule.Name, rule.Position, rule.Enabled, rule.Stop, definition.Conditions, definition.Actions);
    }
}

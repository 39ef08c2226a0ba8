using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Listening;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Routing;

/// <summary>What a rule has to keep to, its references among it: each must exist in the caller's organisation.</summary>
internal sealed class RuleRules(CrmDbContext db, Caller caller, ChannelDirectory channels, Members people)
{
    private const int MostParts = 20;
    private const int MostValues = 100;
    private const int LongestValue = 200;
    private static readonly string[] Fields = ["name", "handle", "followers", "owner", "tier"];

    public async Task<Dictionary<string, string[]>> ErrorsAsync(RuleRequest request, CancellationToken ct)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Length > Rule.LongestName || request.Name.Any(char.IsControl))
        {
            errors["name"] = [$"Give a name of 1 to {Rule.LongestName} characters."];
        }

        if (request.Actions.Count is 0 or > MostParts)
        {
            errors["actions"] = [$"Give 1 to {MostParts} actions."];
        }

        if (request.Conditions.Count > MostParts)
        {
            errors["conditions"] = [$"Give at most {MostParts} conditions."];
        }

        for (var i = 0; errors.Count == 0 && i < request.Conditions.Count; i++)
        {
            Note(errors, $"conditions[{i}]", await ErrorAsync(request.Conditions[i], ct));
        }

        for (var i = 0; errors.Count == 0 && i < request.Actions.Count; i++)
        {
            Note(errors, $"actions[{i}].value", await ErrorAsync(request.Actions[i], ct));
        }

        return errors;
    }

    private static void Note(Dictionary<string, string[]> errors, string field, string? error)
    {
        if (error is not null)
        {
            errors[field] = [error];
        }
    }

    private async Task<string?> ErrorAsync(RuleCondition condition, CancellationToken ct)
    {
        if (condition is { On: ConditionOn.Customer, Key: "followers" })
        {
            return condition.Minimum >= 0 ? null : "Give the least number of followers as minimum.";
        }

        var values = condition.Values ?? [];
        if (values.Count is 0 or > MostValues || !values.All(v => v is { Length: > 0 and <= TopicQuery.LongestQuery } && !v.Contains('\0')))
        {
            return $"Give 1 to {MostValues} values.";
        }

        if (condition.On == ConditionOn.Channel)
        {
            var known = await channels.AllAsync(caller.TenantId, ct);
            return values.All(v => Guid.TryParse(v, out var id) && known.ContainsKey(id)) ? null : "Choose channels of this organisation.";
        }

        return Error(condition, values);
    }

    private static string? Error(RuleCondition condition, IReadOnlyList<string> values) => condition.On switch
    {
        ConditionOn.Label => LabelError(condition, values),
        ConditionOn.Text => values.Select(TopicRules.QueryError).FirstOrDefault(e => e is not null),
        ConditionOn.Language => values.All(v => v == Facets.Unsure || (v.Length == 2 && v.All(char.IsAsciiLetterLower))) ? null : "Give languages by their two letters, such as en.",
        ConditionOn.Kind => values.All(v => Enum.GetNames<MessageKind>().Contains(v, StringComparer.OrdinalIgnoreCase)) ? null : "Choose kinds of message.",
        ConditionOn.Visibility => values.All(v => v is "public" or "private") ? null : "Choose public or private.",
        ConditionOn.Customer when !Fields.Contains(condition.Key, StringComparer.Ordinal) => "Choose the customer's field: name, handle, followers, owner or tier.",
        _ => values.All(v => v.Length <= LongestValue) ? null : $"A value has at most {LongestValue} characters.",
    };

    private static string? LabelError(RuleCondition condition, IReadOnlyList<string> values)
    {
        if (condition.Key is null || !Facets.ClosedValues.TryGetValue(condition.Key, out var known))
        {
            return $"Choose a facet: {string.Join(", ", Facets.ClosedValues.Keys)}.";
        }

        return condition.Minimum is < 0 or > 1
            ? "A confidence lies between 0 and 1."
            : values.All(v => v == Facets.Unsure || known.Contains(v, StringComparer.Ordinal)) ? null : $"Choose among {string.Join(", ", known)}.";
    }

    private async Task<string?> ErrorAsync(RuleAction action, CancellationToken ct) => action.Do switch
    {
        RuleActionKind.Priority => Enum.GetNames<ConversationPriority>().Contains(action.Value, StringComparer.OrdinalIgnoreCase)
            ? null
            : "Choose low, normal, high or urgent.",
        RuleActionKind.Tag => ConversationTags.Read([action.Value]) is [var tag] && tag == action.Value
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Give a tag of 1 to {ConversationTags.Longest} characters."),
        RuleActionKind.SetAside => action.Value.Length == 0 ? null : "Leave the value out: there is nothing to choose.",
        RuleActionKind.Assign => Guid.TryParse(action.Value, out var user) && await people.ExistsAsync(user, ct) ? null : "Choose a member of this organisation.",
        RuleActionKind.Notify => Guid.TryParse(action.Value, out var told) && (await people.ExistsAsync(told, ct) || await db.Set<Team>().AnyAsync(t => t.Id == told, ct))
            ? null
            : "Choose a member or a team of this organisation.",
        RuleActionKind.Team or RuleActionKind.RoundRobin or RuleActionKind.LeastLoaded =>
            Guid.TryParse(action.Value, out var team) && await db.Set<Team>().AnyAsync(t => t.Id == team, ct) ? null : "Choose a team of this organisation.",
    };
}

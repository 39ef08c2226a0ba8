using System.Text.Json.Nodes;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Access.Isolation;

/// <summary>Bodies that an operation takes, with ids of the caller's own organisation in them.</summary>
internal static class SampleBodies
{
    /// <summary>What the name of a property or parameter holds the id of.</summary>
    private static readonly Dictionary<string, string> Collections = new(StringComparer.Ordinal)
    {
        ["tenant"] = "tenants",
        ["seen"] = "interactions",
        ["userId"] = "users",
        ["members"] = "users",
        ["teamId"] = "teams",
        ["team"] = "teams",
        ["other"] = "other customers",
        ["customer"] = "customers",
        ["channel"] = "channels",
        ["channels"] = "channels",
        ["conversation"] = "conversations",
        ["ids"] = "rules",
        ["replyId"] = "replies",
        ["attachments"] = "attachments",
        ["assigneeId"] = "users",
        ["id"] = "conversations",
        ["mentions"] = "users",
        ["conversationId"] = "conversations",
        ["message"] = "interactions",
    };

    /// <summary>Operations whose body says more than its schema does.</summary>
    private static readonly Dictionary<string, Func<JsonNode>> Known = new(StringComparer.Ordinal)
    {
        ["PUT /api/v1/conversations/{id}/status"] = () => new JsonObject { ["status"] = "waiting" },
        ["PUT /api/v1/conversations/{id}/priority"] = () => new JsonObject { ["priority"] = "high" },
        ["PUT /api/v1/interactions/{id}/labels/{facet}"] = () => new JsonObject { ["value"] = "complaint" },
        ["POST /api/v1/conversations/{id}/snooze"] = () => new JsonObject { ["until"] = TimeProvider.System.GetUtcNow().AddDays(1).ToString("O", System.Globalization.CultureInfo.InvariantCulture) },
        ["POST /api/v1/conversations/bulk"] = () => new JsonObject { ["action"] = new JsonObject { ["do"] = "addTag", ["value"] = "sample" }, ["seen"] = new JsonArray(new JsonObject()) },
        ["POST /api/v1/conversations/bulk/undo"] = () => new JsonObject { ["items"] = new JsonArray(new JsonObject { ["version"] = 1, ["before"] = Before() }) },
        ["PUT /api/v1/rules/{id}"] = () => Rule("tag", "changed"),
        ["PUT /api/v1/users/{id}"] = () => new JsonObject { ["role"] = "viewer" },
        ["PUT /api/v1/topics/{id}"] = () => new JsonObject { ["name"] = "Changed", ["query"] = "changed" },
    };

    private static JsonObject Before() =>
        new() { ["status"] = "open", ["priority"] = "normal", ["tags"] = new JsonArray(), ["assigneeId"] = null, ["teamId"] = null, ["snoozedUntil"] = null };

    public static JsonObject Rule(string action, string value) => new()
    {
        ["name"] = "Sample",
        ["conditions"] = new JsonArray(new JsonObject { ["on"] = "text", ["values"] = new JsonArray("sample") }),
        ["actions"] = new JsonArray(new JsonObject { ["do"] = action, ["value"] = value }),
    };

    public static JsonObject RuleOn(string channel)
    {
        var rule = Rule("tag", "sample");
        rule["conditions"] = new JsonArray(new JsonObject { ["on"] = "channel", ["values"] = new JsonArray(channel) });
        return rule;
    }

    /// <summary>Of which collection the ids of an operation are, where the name alone does not say it.</summary>
    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        ["POST /api/v1/conversations/bulk"] = "conversations",
        ["PUT /api/v1/saved-views/order"] = "saved-views",
    };

    public static string CollectionOf(DescribedOperation operation, string name) =>
        name == "ids" && Lists.TryGetValue(operation.ToString(), out var list) ? list : CollectionOf(name);

    public static string CollectionOf(string name) =>
        Collections.TryGetValue(name, out var collection) ? collection
            : throw new InvalidOperationException($"Say in {nameof(SampleBodies)} of which collection '{name}' holds an id.");

    /// <summary>The least that the operation takes; null when it takes no body.</summary>
    public static JsonNode? Least(DescribedOperation operation, TenantWorld own) =>
        operation.BodySchema is not { } schema ? null
        : Known.TryGetValue(operation.ToString(), out var known) ? known()
        : Sample(operation, schema, "", own);

    /// <summary>A body with every id that the operation takes.</summary>
    public static JsonNode? Of(DescribedOperation operation, TenantWorld own)
    {
        if (Least(operation, own) is not { } body)
        {
            return null;
        }

        foreach (var place in operation.IdsInBody)
        {
            Put(body, place, own.Ids[CollectionOf(operation, place.Last(part => part != "*"))]);
        }

        return body;
    }

    /// <summary>The same body with another id in one place.</summary>
    public static JsonNode With(JsonNode body, string[] place, Guid id)
    {
        var copy = body.DeepClone();
        Put(copy, place, id);
        return copy;
    }

    private static void Put(JsonNode body, string[] place, Guid id)
    {
        var at = body;
        foreach (var (part, next) in place.Zip(place.Skip(1)))
        {
            at = part == "*" ? at[0]! : at[part] ??= next == "*" ? new JsonArray() : new JsonObject();
        }

        if (place[^1] == "*")
        {
            at.AsArray().Clear();
            at.AsArray().Add(id.ToString());
        }
        else
        {
            at[place[^1]] = id.ToString();
        }
    }

    private static JsonNode Sample(DescribedOperation operation, JsonObject schema, string name, TenantWorld own)
    {
        var known = operation.Resolve(schema);
        if (known["enum"]?.AsArray() is { Count: > 0 } choices)
        {
            return choices[0]!.DeepClone();
        }

        return known["format"]?.GetValue<string>() == "uuid" ? own.Ids[CollectionOf(operation, name)].ToString() : known["type"]?.GetValue<string>() switch
        {
            "array" => new JsonArray(Sample(operation, known["items"]!.AsObject(), name, own)),
            "integer" or "number" => 1,
            "boolean" => true,
            "string" => "sample",
            _ => Required(operation, known, own),
        };
    }

    private static JsonObject Required(DescribedOperation operation, JsonObject schema, TenantWorld own)
    {
        var names = schema["required"]?.AsArray().Select(n => n!.GetValue<string>()) ?? [];
        return new JsonObject(names.Select(n => KeyValuePair.Create(n, (JsonNode?)Sample(operation, schema["properties"]![n]!.AsObject(), n, own))));
    }
}

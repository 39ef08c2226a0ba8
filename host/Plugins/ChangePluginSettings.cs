using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Plugins;

/// <param name="Settings">A value for each setting; what is left out or null gets its default, a secret one keeps its value.</param>
public sealed record PluginSettingsChange(JsonElement? Settings);

internal static class ChangePluginSettings
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/plugins/{id}/settings", HandleAsync)
        .RequireAuthorization(Permissions.ManagePlugins).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Changes the settings of a plugin</summary>
    /// <remarks>They hold at once on the node that answers, and within seconds on the others; nothing is restarted.</remarks>
    private static async Task<Results<Ok<PluginSettingsView>, ProblemHttpResult>> HandleAsync(
        string id, PluginSettingsChange request, PluginRuntime plugins, SavedPluginSettings saved, CancellationToken ct)
    {
        if (plugins.Find(id) is null)
        {
            return PluginProblems.NotFound;
        }

        if (plugins.FormOf(id) is not { } fields)
        {
            return PluginProblems.NotRunning;
        }

        if (request.Settings is not { } settings)
        {
            return Problems.Invalid("settings", "must be an object with a value for each setting.");
        }

        return await saved.ChangeAsync(id, fields, settings, ct);
    }
}

/// <summary>Saves a plugin's settings, and then has the plugin work by them.</summary>
internal sealed class SavedPluginSettings(CrmDbContext db, PluginRuntime plugins, PluginSecrets secrets, AuditTrail audit, TimeProvider time)
{
    public async Task<Results<Ok<PluginSettingsView>, ProblemHttpResult>> ChangeAsync(
        string id, IReadOnlyList<SettingField> fields, JsonElement given, CancellationToken ct)
    {
        var row = await WantedStates.RowAsync(db, id, ct);
        var before = row.Settings;
        if (row.Fill(fields, given, secrets) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        row.SettingsVersion++;
        row.ChangedAt = time.GetUtcNow().UtcDateTime;
        audit.Record("plugin.settings-changed", "plugin", id, string.Join(", ", Changed(fields, before, row.Settings, given)));
        var isNew = db.Entry(row).State == EntityState.Added;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException error) when (isNew || error is DbUpdateConcurrencyException)
        {
            return PluginProblems.ChangedMeanwhile;
        }

        // It is saved: it takes hold although the request may have been given up.
        await plugins.ConfigureAsync(id, PluginSettings.Of(row, secrets), CancellationToken.None);
        return TypedResults.Ok(PluginSettingsView.Of(row, fields, secrets));
    }

    /// <summary>The labels of what was changed, for the audit trail: no values, which may be addresses or names.</summary>
    private static IEnumerable<string> Changed(IReadOnlyList<SettingField> fields, string before, string after, JsonElement given)
    {
        var (old, now) = (StoredSettings.Parse(before), StoredSettings.Parse(after));
        return fields.Where(f => f.Kind == SettingKind.Secret ? IsGiven(given, f.Name) : !JsonNode.DeepEquals(old[f.Name], now[f.Name])).Select(f => f.Label);
    }

    private static bool IsGiven(JsonElement given, string name) =>
        given.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0;
}

using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.SystemsOfRecord;

/// <param name="Name">A name of 1 to 100 characters.</param>
/// <param name="Enabled">Whether it is told of what happens, and pulled from. What happens while it is switched off it is never told.</param>
/// <param name="Settings">All settings; a secret one that is left out or empty keeps its value. Without settings they stay as they are.</param>
/// <param name="Mapping">Which of our fields go to it; stays as it is when left out.</param>
public sealed record RecordSystemChange(string Name, bool Enabled, JsonElement? Settings = null, FieldMapping? Mapping = null);

internal static class UpdateRecordSystem
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/systems-of-record/{id:guid}", UpdateAsync)
            .RequireAuthorization(Permissions.ManageRecords).WithName("updateSystemOfRecord").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        api.MapPost("/systems-of-record/{id:guid}/resume", ResumeAsync)
            .RequireAuthorization(Permissions.ManageRecords).WithName("resumeSystemOfRecord").ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Changes a system of record</summary>
    /// <remarks>The change holds from the next event on, also for those that wait. A system that had stopped starts again.</remarks>
    /// <param name="id">The system.</param>
    private static async Task<Results<Ok<RecordSystemItem>, ProblemHttpResult>> UpdateAsync(
        Guid id, RecordSystemChange request, RecordSystemChanges changes, RecordCalls calls, RecordSecrets secrets, RecordSystemItems items, CancellationToken ct)
    {
        if (await changes.FindAsync(id, ct) is not { } system)
        {
            return RecordProblems.NotFound;
        }

        if (!RecordProblems.TryReadName(request.Name, out var name))
        {
            return RecordProblems.BadName;
        }

        if (request.Settings is not null && calls.Kind(system) is null)
        {
            return RecordProblems.PluginNotRunning;
        }

        var errors = request.Mapping is { } mapping ? MappingRules.Errors(mapping) : [];
        if (errors.Count == 0 && request.Settings is { } settings)
        {
            errors = system.Fill(calls.Kind(system)!.Settings, settings, secrets);
        }

        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        (system.Name, system.Enabled, system.Mapping) = (name, request.Enabled, request.Mapping?.Write() ?? system.Mapping);
        return await changes.SaveAsync(system, "system-of-record.changed", ct) ? TypedResults.Ok(await items.OfAsync(system, ct)) : RecordProblems.ChangedMeanwhile;
    }

    /// <summary>Starts a stopped system again</summary>
    /// <remarks>What waits for it goes out, and it is pulled from, at once. For a system that stopped by itself, or that waits after errors.</remarks>
    /// <param name="id">The system.</param>
    private static async Task<Results<Ok<RecordSystemItem>, ProblemHttpResult>> ResumeAsync(
        Guid id, RecordSystemChanges changes, RecordSystemItems items, CancellationToken ct)
    {
        if (await changes.FindAsync(id, ct) is not { } system)
        {
            return RecordProblems.NotFound;
        }

        return !system.Enabled ? RecordProblems.Disabled
            : await changes.SaveAsync(system, "system-of-record.resumed", ct) ? TypedResults.Ok(await items.OfAsync(system, ct)) : RecordProblems.ChangedMeanwhile;
    }
}

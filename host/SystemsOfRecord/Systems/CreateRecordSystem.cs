using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <param name="Kind">The id of the kind.</param>
/// <param name="Name">A name of 1 to 100 characters.</param>
/// <param name="Settings">A value for each setting of the kind; those with a default may be left out.</param>
/// <param name="Mapping">Which of our fields go to it; the usual ones under our names when left out.</param>
public sealed record NewRecordSystem(string Kind, string Name, JsonElement? Settings = null, FieldMapping? Mapping = null);

/// <summary>A system of record that was just made.</summary>
public sealed record CreatedRecordSystem : RecordSystemItem
{
    internal CreatedRecordSystem(RecordSystemItem system, string? signingSecret)
        : base(system) => SigningSecret = signingSecret;

    /// <summary>With which requests to the system are signed; null for a kind that does not sign. It is shown this once.</summary>
    public string? SigningSecret { get; }
}

internal sealed class CreateRecordSystem(
    CrmDbContext db, Caller caller, RecordSecrets secrets, AuditTrail audit, RecordSystemChanges changes, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/systems-of-record", HandleAsync)
        .RequireAuthorization(Permissions.ManageRecords).WithName("createSystemOfRecord").ProducesProblem(400);

    /// <summary>Makes a system of record</summary>
    /// <remarks>It is told of what happens from now on. The answer holds the secret with which requests to it are signed, this once.</remarks>
    private static async Task<Results<Created<CreatedRecordSystem>, ProblemHttpResult>> HandleAsync(
        NewRecordSystem request, PluginRuntime plugins, CreateRecordSystem create, RecordSystemItems items, CancellationToken ct)
    {
        if (!RecordProblems.TryReadName(request.Name, out var name))
        {
            return RecordProblems.BadName;
        }

        if (plugins.FindRecordKind(request.Kind) is not { } kind)
        {
            return Problems.Invalid("kind", "There is no running kind of this id; GET /api/v1/systems-of-record/kinds lists them.");
        }

        var mapping = request.Mapping ?? FieldMapping.Default;
        var system = create.New(kind, name, mapping);
        var errors = MappingRules.Errors(mapping).Concat(system.Fill(kind.Settings, request.Settings ?? default, create.Secrets)).ToDictionary(StringComparer.Ordinal);
        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        var secret = await create.SaveAsync(system, kind, ct);
        return TypedResults.Created($"/api/v1/systems-of-record/{system.Id}", new CreatedRecordSystem(await items.OfAsync(system, ct), secret));
    }

    private RecordSecrets Secrets => secrets;

    private RecordSystem New(RunningRecordKind kind, string name, FieldMapping mapping)
    {
        var now = time.GetUtcNow();
        return new RecordSystem
        {
            TenantId = caller.TenantId,
            Id = Guid.CreateVersion7(now),
            Kind = kind.Descriptor.Id,
            Name = name,
            Mapping = mapping.Write(),
            CreatedAt = now.UtcDateTime,
        };
    }

    private async Task<string?> SaveAsync(RecordSystem system, RunningRecordKind kind, CancellationToken ct)
    {
        var secret = kind.Descriptor.SignsRequests ? StandardWebhooks.NewSecret() : null;
        system.SigningSecret = secret is null ? null : secrets.Protect(system.TenantId, secret);
        db.Add(system);
        db.Add(new RecordFlow { TenantId = system.TenantId, SystemId = system.Id });
        db.Add(new RecordPull { TenantId = system.TenantId, SystemId = system.Id, DueAt = system.CreatedAt });
        audit.Record("system-of-record.created", "system-of-record", system.Id, $"{system.Name} ({system.Kind})");
        await db.SaveChangesAsync(ct);
        changes.Saved(system.TenantId);
        return secret;
    }
}

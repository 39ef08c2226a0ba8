using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.SystemsOfRecord;

/// <param name="Mapping">The mapping to look at.</param>
public sealed record MappingPreviewRequest(FieldMapping Mapping);

/// <summary>The fields that a mapping makes of what happened last.</summary>
/// <param name="Contact">The fields of the customer who wrote or was written to last; null while there is none.</param>
/// <param name="Activity">The fields of the message that came or went last; null while there is none.</param>
public sealed record MappingPreview(IReadOnlyDictionary<string, JsonElement>? Contact, IReadOnlyDictionary<string, JsonElement>? Activity);

internal static class PreviewRecordEvents
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/systems-of-record/preview", HandleAsync)
        .RequireAuthorization(Permissions.ManageRecords).WithName("previewRecordMapping").ProducesProblem(400);

    /// <summary>Shows what a mapping makes of the newest customer and message</summary>
    /// <remarks>The fields as a system would get them. Nothing is sent.</remarks>
    private static async Task<Results<Ok<MappingPreview>, ProblemHttpResult>> HandleAsync(
        MappingPreviewRequest request, StoredMessages messages, ContactEntries contacts, ActivityEntries activities, CancellationToken ct)
    {
        if (request.Mapping is null || MappingRules.Errors(request.Mapping) is { Count: > 0 })
        {
            return Problems.Invalid(request.Mapping is null ? new() { ["mapping"] = ["is required."] } : MappingRules.Errors(request.Mapping));
        }

        var system = new RecordSystem { Mapping = request.Mapping.Write() };
        if (await messages.NewestAsync(ct) is not { } newest || await activities.OfAsync(system, newest, "preview", ct) is not { } activity)
        {
            return TypedResults.Ok(new MappingPreview(null, null));
        }

        var contact = await contacts.OfAsync(system, Guid.Parse(activity.ContactId), "preview", ct);
        return TypedResults.Ok(new MappingPreview(contact?.Fields, activity.Fields));
    }
}

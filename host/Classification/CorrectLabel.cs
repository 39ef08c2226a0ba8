using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Classification;

/// <param name="Value">The value that is right.</param>
public sealed record LabelRequest(string Value);

internal sealed class CorrectLabel(
    CrmDbContext db, OptimisticCommands commands, LabelledMessages messages, InteractionViews views, Caller caller, AuditTrail audit, WorkspaceFeed feed, TimeProvider time)
{
    private const int LongestPrevious = 64;

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/interactions/{id:guid}/labels/{facet}", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("correctLabel").ProducesProblem(404).ProducesProblem(409);

    /// <summary>Corrects a label</summary>
    /// <remarks>
    /// A person's label stands in place of the machine's, whatever a later model says, and teaches the classifier. On the
    /// facet topic the value takes the place of all topics. With an API key the correction bears the key's name.
    /// </remarks>
    /// <param name="id">The message.</param>
    /// <param name="facet">type, asks, complains, praises, sentiment, action, urgency, language or topic.</param>
    private static async Task<Results<Ok<InteractionView>, ProblemHttpResult>> HandleAsync(
        Guid id, string facet, LabelRequest request, CorrectLabel command, CancellationToken ct)
    {
        if (CorrectionRules.Error(facet, request.Value) is { } error)
        {
            return Problems.Invalid(error.Field, error.Message);
        }

        return await command.RunAsync(id, facet, request.Value, ct);
    }

    private async Task<Results<Ok<InteractionView>, ProblemHttpResult>> RunAsync(Guid id, string facet, string value, CancellationToken ct)
    {
        var label = new MessageLabel(facet, value, 1, caller.ActorId);
        var (message, changed) = await commands.RunAsync(() => SaveAsync(id, label, ct), ct);
        if (message is null)
        {
            return Problems.NotFound("message");
        }

        if (!CanBeCorrected(message))
        {
            return Problems.Conflict("not-labelled", "Messages of ours and messages that were taken down have no labels.");
        }

        var view = (await views.OfAsync([message], ct))[0];
        if (changed)
        {
            await feed.PublishAsync(new WorkspaceChange(caller.TenantId, "label", [view.ConversationId], [view.CustomerId]), CancellationToken.None);
        }

        return TypedResults.Ok(view);
    }

    private async Task<(Interaction? Message, bool Changed)> SaveAsync(Guid id, MessageLabel label, CancellationToken ct)
    {
        var message = (await messages.LoadAsync([id], ct)).SingleOrDefault();
        if (message is null || !CanBeCorrected(message))
        {
            return (message, false);
        }

        var labels = message.Labels.ToLabels();
        var before = labels.Items.Where(l => l.Facet == label.Facet).ToList();
        if (before is [{ CorrectedBy: not null } same] && same.Value == label.Value)
        {
            return (message, false);
        }

        await messages.RelabelAsync(message, labels.Corrected(label.Facet, label.Value, label.CorrectedBy!.Value), ct);
        Keep(message, label, before);
        await db.SaveChangesAsync(ct);
        return (message, true);
    }

    private void Keep(Interaction message, MessageLabel label, List<MessageLabel> before)
    {
        var now = time.GetUtcNow();
        var previous = before.Count == 0 ? null : string.Join(", ", before.Select(l => l.Value));
        db.Add(new Correction
        {
            TenantId = message.TenantId,
            Id = Guid.CreateVersion7(now),
            InteractionId = message.Id,
            Facet = label.Facet,
            Value = label.Value,
            PreviousValue = previous is { Length: > LongestPrevious } ? previous[..LongestPrevious] : previous,
            ModelVersion = message.Labels.ModelVersion,
            AuthorId = label.CorrectedBy!.Value,
            At = now.UtcDateTime,
        });
        audit.Record("label.corrected", "interaction", message.Id, $"{label.Facet}: {previous ?? "none"} → {label.Value}");
    }

    private static bool CanBeCorrected(Interaction message) => message is { Direction: MessageDirection.Inbound, DeletedAt: null };
}

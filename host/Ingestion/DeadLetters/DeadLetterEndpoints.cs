using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Ingestion;

/// <summary>A message that could not be applied.</summary>
/// <param name="Id">Our id of the dead letter.</param>
/// <param name="ChannelId">The channel it came over.</param>
/// <param name="ChannelName">That channel's name.</param>
/// <param name="ExternalId">The network's id of the message.</param>
/// <param name="Error">Why it could not be applied.</param>
/// <param name="Message">The message as JSON text, cut at 4,000 characters.</param>
/// <param name="ReceivedAt">When it was accepted.</param>
/// <param name="FailedAt">When it failed last.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record DeadLetterView(
    Guid Id, Guid ChannelId, string ChannelName, string ExternalId, string Error, string Message, DateTime ReceivedAt, DateTime FailedAt, int Attempts);

internal static class DeadLetterEndpoints
{
    private const int MostOfMessage = 4000;

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/dead-letters").WithTags("Dead letters");
        group.MapGet("/", ListAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listDeadLetters");
        group.MapPost("/{id:guid}/retry", RetryAsync).RequireAuthorization(Permissions.ManageDeadLetters).WithName("retryDeadLetter");
        group.MapPost("/{id:guid}/discard", DiscardAsync).RequireAuthorization(Permissions.ManageDeadLetters).WithName("discardDeadLetter");
    }

    /// <summary>Lists messages that could not be applied</summary>
    /// <remarks>Newest first. Each waits until it is retried or discarded.</remarks>
    private static async Task<Results<Ok<Page<DeadLetterView>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page, CrmDbContext db, Caller caller, ChannelDirectory channels, CancellationToken ct)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        var query = db.Set<DeadLetter>().AsNoTracking();
        if (after is { } place)
        {
            query = query.Where(d => d.FailedAt < place.Time || (d.FailedAt == place.Time && d.Id.CompareTo(place.Id) < 0));
        }

        var rows = await query.OrderByDescending(d => d.FailedAt).ThenByDescending(d => d.Id).Take(limit + 1).ToListAsync(ct);
        var names = await channels.AllAsync(caller.TenantId, ct);
        var part = rows.ToPage(limit, d => new Cursor(d.FailedAt, d.Id));
        return TypedResults.Ok(new Page<DeadLetterView>([.. part.Items.Select(d => View(d, names))], part.Next));
    }

    /// <summary>Tries a dead letter again</summary>
    /// <remarks>It goes back to the end of its author's lane. If it fails again, it comes back here.</remarks>
    private static async Task<Results<Accepted, NotFound>> RetryAsync(
        Guid id, CrmDbContext db, Caller caller, AuditTrail audit, InboxSignal signal, WorkspaceFeed feed, CancellationToken ct)
    {
        if (await db.Set<DeadLetter>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } letter)
        {
            return TypedResults.NotFound();
        }

        db.Add(new InboxItem
        {
            TenantId = letter.TenantId,
            Class = letter.Class,
            Bucket = letter.Bucket,
            ChannelId = letter.ChannelId,
            RawEventId = letter.RawEventId,
            RawIndex = letter.RawIndex,
            Payload = letter.Payload,
            ReceivedAt = letter.ReceivedAt,
            Attempts = letter.Attempts,
        });
        await RemoveAsync(letter, "dead-letter.retry", db, audit, ct);
        signal.Raise();
        await feed.PublishAsync(new WorkspaceChange(caller.TenantId, "dead-letters", [], []), ct);
        return TypedResults.Accepted((string?)null);
    }

    /// <summary>Discards a dead letter</summary>
    /// <remarks>The message will not be applied. Its raw event stays for as long as raw events are kept.</remarks>
    private static async Task<Results<NoContent, NotFound>> DiscardAsync(
        Guid id, CrmDbContext db, Caller caller, AuditTrail audit, WorkspaceFeed feed, CancellationToken ct)
    {
        if (await db.Set<DeadLetter>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } letter)
        {
            return TypedResults.NotFound();
        }

        await RemoveAsync(letter, "dead-letter.discard", db, audit, ct);
        await feed.PublishAsync(new WorkspaceChange(caller.TenantId, "dead-letters", [], []), ct);
        return TypedResults.NoContent();
    }

    private static async Task RemoveAsync(DeadLetter letter, string action, CrmDbContext db, AuditTrail audit, CancellationToken ct)
    {
        db.Remove(letter);
        audit.Record(action, "dead-letter", letter.Id, letter.ExternalId);
        await db.SaveChangesAsync(ct);
    }

    private static DeadLetterView View(DeadLetter letter, IReadOnlyDictionary<Guid, ConfiguredChannel> channels) => new(
        letter.Id,
        letter.ChannelId,
        channels.TryGetValue(letter.ChannelId, out var channel) ? channel.Name : "",
        letter.ExternalId,
        letter.Error,
        letter.Payload.Length > MostOfMessage ? letter.Payload[..MostOfMessage] : letter.Payload,
        letter.ReceivedAt,
        letter.FailedAt,
        letter.Attempts);
}

using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Ingestion;

internal static class SettleDeadLetter
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/{id:guid}/retry", RetryAsync).RequireAuthorization(Permissions.ManageDeadLetters).WithName("retryDeadLetter");
        group.MapPost("/{id:guid}/discard", DiscardAsync).RequireAuthorization(Permissions.ManageDeadLetters).WithName("discardDeadLetter");
    }

    /// <summary>Tries a dead letter again</summary>
    /// <remarks>It goes back to the end of its author's lane. If it fails again, it comes back here.</remarks>
    private static async Task<Results<Accepted, NotFound>> RetryAsync(Guid id, DeadLetterBatch batch, CancellationToken ct) =>
        await batch.SettleAsync([id], retry: true, ct) > 0 ? TypedResults.Accepted((string?)null) : TypedResults.NotFound();

    /// <summary>Discards a dead letter</summary>
    /// <remarks>The message will not be applied. Its raw event stays for as long as raw events are kept.</remarks>
    private static async Task<Results<NoContent, NotFound>> DiscardAsync(Guid id, DeadLetterBatch batch, CancellationToken ct) =>
        await batch.SettleAsync([id], retry: false, ct) > 0 ? TypedResults.NoContent() : TypedResults.NotFound();
}

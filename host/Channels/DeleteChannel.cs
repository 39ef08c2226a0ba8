using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Channels;

internal static class DeleteChannel
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/channels/{id:guid}", HandleAsync)
        .RequireAuthorization(Permissions.ManageChannels).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Deletes a channel</summary>
    /// <remarks>Its address and its secrets are gone for good; its messages stay.</remarks>
    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, ChannelChanges changes, TimeProvider time, CancellationToken ct)
    {
        if (await changes.FindAsync(id, ct) is not { } channel)
        {
            return ChannelProblems.NotFound;
        }

        channel.DeletedAt = time.GetUtcNow().UtcDateTime;
        channel.Enabled = false;
        channel.Secrets = null;
        channel.SigningSecret = [];
        channel.PreviousSigningSecret = null;
        return await changes.SaveAsync(channel, "channel.deleted", ct) ? TypedResults.NoContent() : ChannelProblems.ChangedMeanwhile;
    }
}

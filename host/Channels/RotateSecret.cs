using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Channels;

/// <param name="SigningSecret">The new secret. It is shown this once.</param>
public sealed record RotatedSecret(string SigningSecret);

internal static class RotateSecret
{
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/channels/{id:guid}/rotate-secret", HandleAsync)
        .RequireAuthorization(Permissions.ManageChannels).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Gives a channel a new signing secret</summary>
    /// <remarks>What is sent is signed with it from now on; requests signed with the old one are taken for 24 hours more.</remarks>
    private static async Task<Results<Ok<RotatedSecret>, ProblemHttpResult>> HandleAsync(
        Guid id, ChannelChanges changes, ChannelSecrets secrets, TimeProvider time, CancellationToken ct)
    {
        if (await changes.FindAsync(id, ct) is not { } channel)
        {
            return ChannelProblems.NotFound;
        }

        var secret = StandardWebhooks.NewSecret();
        channel.PreviousSigningSecret = channel.SigningSecret;
        channel.PreviousValidUntil = time.GetUtcNow().UtcDateTime + Overlap;
        channel.SigningSecret = secrets.Protect(channel.TenantId, secret);
        return await changes.SaveAsync(channel, "channel.secret-rotated", ct)
            ? TypedResults.Ok(new RotatedSecret(secret))
            : ChannelProblems.ChangedMeanwhile;
    }
}

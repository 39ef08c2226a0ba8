using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Channels;

/// <param name="Ok">Whether the channel can work.</param>
/// <param name="Message">What was found, or what is wrong and what to do.</param>
public sealed record ChannelCheckResult(bool Ok, string Message);

internal static class CheckChannel
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/channels/{id:guid}/check", HandleAsync)
        .RequireAuthorization(Permissions.ManageChannels).ProducesProblem(404);

    /// <summary>Tests a channel's connection</summary>
    /// <remarks>As it is saved, without any effect that a customer could see.</remarks>
    private static async Task<Results<Ok<ChannelCheckResult>, ProblemHttpResult>> HandleAsync(
        Guid id, ChannelChanges changes, ChannelReader reader, ChannelCalls calls, CancellationToken ct)
    {
        if (await changes.FindAsync(id, ct) is not { } channel)
        {
            return ChannelProblems.NotFound;
        }

        var check = await calls.CheckAsync(reader.Read(channel), ct);
        return TypedResults.Ok(new ChannelCheckResult(check.Ok, check.Message));
    }
}

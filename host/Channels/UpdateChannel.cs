using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Channels;

/// <param name="Name">A name of 1 to 100 characters.</param>
/// <param name="Enabled">Whether it takes messages and sends replies.</param>
/// <param name="Settings">All settings; a secret one that is left out or empty keeps its value. Without settings they stay as they are.</param>
public sealed record ChannelChange(string Name, bool Enabled, JsonElement? Settings = null);

internal static class UpdateChannel
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/channels/{id:guid}", HandleAsync)
        .RequireAuthorization(Permissions.ManageChannels).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Changes a channel</summary>
    /// <remarks>The change holds from the next message on.</remarks>
    private static async Task<Results<Ok<ChannelItem>, ProblemHttpResult>> HandleAsync(
        Guid id, ChannelChange request, ChannelChanges changes, ChannelForm form, ChannelItems items, CancellationToken ct)
    {
        if (await changes.FindAsync(id, ct) is not { } channel)
        {
            return ChannelProblems.NotFound;
        }

        if (!ChannelName.TryRead(request.Name, out var name))
        {
            return Problems.Invalid("name", $"Give a name of 1 to {Channel.NameLength} characters.");
        }

        if (request.Settings is { } settings && form.Fill(channel, settings) is { } problem)
        {
            return problem;
        }

        channel.Name = name;
        channel.Enabled = request.Enabled;
        return await changes.SaveAsync(channel, "channel.changed", ct)
            ? TypedResults.Ok(await items.OfAsync(channel, await changes.TracesAsync(id, ct), ct))
            : ChannelProblems.ChangedMeanwhile;
    }
}

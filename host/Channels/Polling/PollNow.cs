using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Plugins;

namespace SocialCrm.Host.Channels;

/// <summary>Makes a channel due at once, whatever it waits for.</summary>
internal sealed class PollNow(CrmDbContext db, AuditTrail audit, PluginRuntime plugins, ChannelNews news, PollSignal signal, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/channels/{id:guid}/poll", HandleAsync)
        .RequireAuthorization(Permissions.ManageChannels).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Fetches a channel's messages now</summary>
    /// <remarks>
    /// The poll follows at once, on any node; its outcome stands in the channel's health. A stopped channel starts again.
    /// 409 when the channel is switched off, its plugin is not running, or its network posts messages by itself.
    /// </remarks>
    private static async Task<Results<Accepted<ChannelItem>, ProblemHttpResult>> HandleAsync(
        Guid id, ChannelChanges changes, PollNow poll, ChannelItems items, CrmDbContext db, CancellationToken ct)
    {
        if (await changes.FindAsync(id, ct) is not { } channel)
        {
            return ChannelProblems.NotFound;
        }

        if (poll.WhyNot(channel) is { } problem)
        {
            return problem;
        }

        await poll.AskAsync(channel, ct);
        return TypedResults.Accepted($"/api/v1/channels/{id}", await items.OfAsync(channel, await ChannelTraces.OfAsync(db, id, ct), ct));
    }

    private ProblemHttpResult? WhyNot(Channel channel) =>
        !channel.Enabled ? Problems.Conflict("channel-disabled", "The channel is switched off. Switch it on first.")
        : plugins.FindConnector(channel.Connector) is not { } connector ? Problems.Conflict("plugin-not-running", "The channel's plugin is not running. Start it first.")
        : connector.CanPoll ? null
        : Problems.Conflict("cannot-poll", $"{connector.Descriptor.Name} channels are not polled: their messages come by themselves.");

    private async Task AskAsync(Channel channel, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var asked = await db.Set<ChannelPoll>().Where(p => p.ChannelId == channel.Id).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.DueAt, now).SetProperty(p => p.AskedAt, now)
                .SetProperty(p => p.StoppedAt, (DateTime?)null).SetProperty(p => p.BackoffUntil, (DateTime?)null),
            ct);
        if (asked == 0)
        {
            // Made when its connector could not poll yet.
            db.Add(new ChannelPoll { TenantId = channel.TenantId, ChannelId = channel.Id, DueAt = now, AskedAt = now });
        }

        audit.Record("channel.poll-asked", "channel", channel.Id, channel.Name);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise();
        await news.ChangedAsync(channel.TenantId);
    }
}

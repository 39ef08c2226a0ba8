using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Routing;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Ingestion.Replays;

/// <summary>An organisation whose messages were labelled by an older model.</summary>
internal sealed class ReplayScene : IDisposable
{
    private const string OlderModel = "older";
    private static readonly MessageLabel[] Older = [new(Facets.Type, "other", 0.7), new(Facets.Sentiment, "neutral", 0.6), new(Facets.Action, "no", 0.8)];

    private ReplayScene(TestTenant tenant, TestChannel channel) => (Tenant, Channel) = (tenant, channel);

    public TestTenant Tenant { get; }

    public TestChannel Channel { get; }

    public ApiClient Owner => Tenant.Owner;

    public static async Task<ReplayScene> CreateAsync(TestTenant tenant) => new(tenant, await TestChannel.CreateAsync(tenant.Owner));

    /// <summary>Customers say something, each in a thread of their own; gives the messages in the order of the texts.</summary>
    public async Task<List<InteractionView>> HearAsync(params string[] texts)
    {
        var first = (await Channel.MessagesAsync()).Count;
        await Channel.AcceptedAsync([.. texts.Select((text, i) => TestChannel.Message($"m{first + i}", $"a{first + i}", text, $"t{first + i}"))]);
        var heard = new List<InteractionView>();
        for (var i = 0; i < texts.Length; i++)
        {
            heard.Add(await Channel.ArrivedAsync($"m{first + i}", m => !m.LabelsPending));
        }

        return heard;
    }

    /// <summary>Makes the labels those of an older model, which heard nothing in anything; what people said stays.</summary>
    public async Task AgeAsync(params InteractionView[] messages)
    {
        await using var scope = Tenant.Server.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = Tenant.Id;
        var labelled = scope.ServiceProvider.GetRequiredService<LabelledMessages>();
        foreach (var message in await labelled.LoadAsync([.. messages.Select(m => m.Id)], CancellationToken.None))
        {
            await labelled.RelabelAsync(message, message.Labels.ToLabels().Reclassified(new MessageLabels(Older, OlderModel)), CancellationToken.None);
        }

        await db.SaveChangesAsync();
    }

    public Task<ReplayView> TryAsync(object? request = null) => EndAsync(Owner.PostAsync<ReplayView>("/api/v1/replays", request ?? new { }));

    public Task<ReplayView> ApplyAsync(ReplayView tried) => EndAsync(Owner.PostAsync<ReplayView>($"/api/v1/replays/{tried.Id}/apply"));

    public Task<ReplayView> ApplyAsync() => EndAsync(Owner.PostAsync<ReplayView>("/api/v1/replays", new { apply = true }));

    public async Task<Guid> TeamAsync(string name, params Guid[] members) =>
        (await Owner.PostAsync<TeamItem>("/api/v1/teams", new TeamChange(name, members))).Id;

    public Task<RuleItem> RuleAsync(string name, RuleCondition condition, params RuleAction[] actions) =>
        Owner.PostAsync<RuleItem>("/api/v1/rules", new RuleRequest(name, [condition], actions));

    public Task<ConversationDetail> ConversationAsync(InteractionView message) =>
        Owner.GetAsync<ConversationDetail>($"/api/v1/conversations/{message.ConversationId}");

    public Task<InteractionView> MessageAsync(InteractionView message) => Owner.GetAsync<InteractionView>($"/api/v1/interactions/{message.Id}");

    public void Dispose() => Channel.Dispose();

    private async Task<ReplayView> EndAsync(Task<ReplayView> starting)
    {
        var started = await starting;
        var ended = await Eventually.FindsAsync(
            "the replay to end",
            async () => await Owner.GetAsync<ReplayView>($"/api/v1/replays/{started.Id}") is { FinishedAt: not null } found ? found : null,
            TimeSpan.FromSeconds(60));
        Assert.Equal((ReplayState.Done, null), (ended.State, ended.Reason));
        return ended;
    }
}

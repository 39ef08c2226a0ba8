using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Access;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Routing;

public abstract class LateRoutingTests(ServerFixture fixture)
{
    private const string Classifier = "org.socialcrm.classifiers.builtin";

    [Fact]
    public async Task Message_that_came_while_the_classifier_was_away_should_be_routed_when_it_is_back()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database);
        var admin = await server.SetUpAsync();
        var tenant = await server.NewTenantAsync(admin);
        RuleCondition[] questions = [new(ConditionOn.Label, ["question"], "type")];
        await tenant.Owner.PostAsync<RuleItem>("/api/v1/rules", new RuleRequest("Questions", questions, [new(RuleActionKind.Assign, $"{tenant.Session.User!.Id}")]));
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await admin.PostAsync($"/api/v1/plugins/{Classifier}/stop");
        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "Where is my parcel?"));
        var message = await channel.ArrivedAsync("1");
        Assert.True(message.LabelsPending);
        var path = $"/api/v1/conversations/{message.ConversationId}";
        Assert.Null((await tenant.Owner.GetAsync<ConversationDetail>(path)).Assignee);

        await admin.PostAsync($"/api/v1/plugins/{Classifier}/start");

        await Eventually.HoldsAsync("the rule to run", async () => (await tenant.Owner.GetAsync<ConversationDetail>(path)).Assignee is not null);
    }

    [Fact]
    public async Task People_should_be_told_once_when_the_labels_that_a_rule_looks_at_come_late_and_not_again()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database);
        var admin = await server.SetUpAsync();
        var tenant = await server.NewTenantAsync(admin);
        var ((late, latePerson), (soon, soonPerson)) = (await tenant.MemberAsync(Role.Agent, "Late"), await tenant.MemberAsync(Role.Agent, "Soon"));
        await NotifyAsync(tenant, "Questions", new(ConditionOn.Label, ["question"], "type"), late);
        await NotifyAsync(tenant, "Parcels", new(ConditionOn.Text, ["parcel"]), soon);
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await admin.PostAsync($"/api/v1/plugins/{Classifier}/stop");
        var sent = TestChannel.Message("1", "ann", "Where is my parcel?", "t", revision: 1);
        await channel.AcceptedAsync(sent);
        Assert.True((await channel.ArrivedAsync("1")).LabelsPending);
        Assert.Equal((0, 1), (await ToldAsync(latePerson), await ToldAsync(soonPerson)));

        await admin.PostAsync($"/api/v1/plugins/{Classifier}/start");
        var message = await channel.ArrivedAsync("1", m => !m.LabelsPending);
        Assert.Equal((1, 1), (await ToldAsync(latePerson), await ToldAsync(soonPerson)));

        // Another node that asked for the same labels, the network that sends it again, and the next message, which is no question.
        await using (var scope = server.Scope())
        {
            var asked = new UnlabelledMessage(tenant.Id, message.Id, 1, message.Text!, message.Kind, message.Public);
            await scope.ServiceProvider.GetRequiredService<LateLabels>().ApplyAsync(
                tenant.Id, new Dictionary<UnlabelledMessage, MessageLabels> { [asked] = new([new MessageLabel(Facets.Type, "question", 0.9)], "model-2") }, CancellationToken.None);
        }

        await channel.AcceptedAsync(sent, TestChannel.Message("2", "ann", "Thank you very much.", "t"));
        await channel.ArrivedAsync("2");
        Assert.Equal((1, 1), (await ToldAsync(latePerson), await ToldAsync(soonPerson)));
    }

    private static Task<RuleItem> NotifyAsync(TestTenant tenant, string name, RuleCondition condition, Member person) =>
        tenant.Owner.PostAsync<RuleItem>("/api/v1/rules", new RuleRequest(name, [condition], [new(RuleActionKind.Notify, $"{person.Id}")]));

    private static async Task<int> ToldAsync(ApiClient person) => (await person.GetAsync<Page<NotificationItem>>("/api/v1/notifications")).Items.Sum(n => n.Count);

    public sealed class OnSqlite(SqliteServer fixture) : LateRoutingTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : LateRoutingTests(fixture);
}

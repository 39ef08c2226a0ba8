using System.Net;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Engagement;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Engagement;

/// <summary>What the organisation said comes back from the network: sent from here it is known again, said elsewhere it joins the conversation.</summary>
public abstract class EchoTests(ServerFixture fixture)
{
    [Fact]
    public async Task Answer_given_elsewhere_should_join_the_conversation_and_count_as_an_answer()
    {
        await using var callback = await CallbackReceiver.StartAsync();
        await using var scene = await ReplyScene.OpenAsync(fixture, callback);

        await scene.Channel.AcceptedAsync(Echo("e1", "It left today.", "m1"), Echo("e1", "It left today.", "m1"));

        var answer = await scene.Channel.ArrivedAsync("e1");
        Assert.Equal((MessageDirection.Outbound, scene.Conversation, "It left today."), (answer.Direction, answer.ConversationId, answer.Text));
        await scene.Channel.SettledAsync("ann");
        var customer = await scene.Owner.GetAsync<CustomerView>($"/api/v1/customers/{answer.CustomerId}");
        Assert.Equal(1, customer.Relationship.Outbound);
        Assert.Empty(customer.Relationship.OpenQuestions);
        Assert.Empty(callback.Received);
    }

    [Fact]
    public async Task Echo_of_what_was_sent_from_here_should_change_nothing_once_the_network_has_named_it()
    {
        await using var callback = await CallbackReceiver.StartAsync();
        callback.Id = "n1";
        await using var scene = await ReplyScene.OpenAsync(fixture, callback);
        var reply = await scene.ReplyAsync("We are on it.");
        await scene.DeliveredAsync(reply.Id, DeliveryState.Sent);

        await scene.Channel.AcceptedAsync(Echo("n1", "We are on it. (sent by Acme)", "m1"));
        await scene.Channel.SettledAsync("ann");

        Assert.Equal([(reply.Id, "We are on it.")], await SaidAsync(scene));
    }

    [Fact]
    public async Task Echo_that_overtakes_the_networks_answer_should_be_the_message_that_is_being_sent()
    {
        await using var callback = await CallbackReceiver.StartAsync();
        await using var scene = await ReplyScene.OpenAsync(fixture, callback);
        callback.Id = "n1";
        callback.BeforeAnswering = async () =>
        {
            await scene.Channel.AcceptedAsync(Echo("n1", "We are on it.", "m1"));
            await scene.Channel.ArrivedAsync("n1");
        };

        var reply = await scene.ReplyAsync("We are on it.");
        await scene.DeliveredAsync(reply.Id, DeliveryState.Sent);
        await scene.Channel.SettledAsync("ann");

        Assert.Equal([(reply.Id, "We are on it.")], await SaidAsync(scene));
        var customer = await scene.Owner.GetAsync<CustomerView>($"/api/v1/customers/{(await scene.Channel.ArrivedAsync("n1")).CustomerId}");
        Assert.Equal(1, customer.Relationship.Outbound);
    }

    [Fact]
    public async Task Message_of_the_organisation_that_says_not_whom_it_answers_should_be_refused_with_its_field()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);

        await channel.RefusedAsync("""{"type":"message","data":{"id":"1","text":"t","direction":"outbound"}}""", HttpStatusCode.BadRequest);
        await channel.RefusedAsync("""{"type":"message","data":{"id":"1","text":"t","direction":"sideways","author":{"id":"u"}}}""", HttpStatusCode.BadRequest);
        Assert.Empty(await channel.MessagesAsync());
    }

    private static object Echo(string id, string text, string inReplyTo) => new { type = "message", data = new { id, text, inReplyTo, direction = "outbound" } };

    private static async Task<List<(Guid Id, string? Text)>> SaidAsync(ReplyScene scene) =>
        [.. (await scene.Channel.MessagesAsync()).Where(m => m.Direction == MessageDirection.Outbound).Select(m => (m.Id, m.Text))];

    public sealed class OnSqlite(SqliteServer fixture) : EchoTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : EchoTests(fixture);
}

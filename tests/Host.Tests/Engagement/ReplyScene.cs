using SocialCrm.Host.Conversations;
using SocialCrm.Host.Engagement;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Engagement;

/// <summary>A customer who asked something, on a channel whose other side takes replies.</summary>
internal sealed class ReplyScene(TestDatabase database, RealServer server, TestChannel channel, Guid conversation) : IAsyncDisposable
{
    public ApiClient Owner => channel.Owner;

    public TestChannel Channel => channel;

    public Guid Conversation => conversation;

    public static async Task<ReplyScene> OpenAsync(ServerFixture fixture, CallbackReceiver callback)
    {
        var database = await fixture.NewDatabaseAsync();
        var server = await RealServer.StartAsync(database, host => host.UseSetting("Outgoing:AllowedNetworks:0", "127.0.0.0/8"));
        var channel = await TestChannel.CreateAsync(await server.SetUpAsync(), new { callbackUrl = callback.Address });
        callback.Secret = channel.Secret;
        await channel.AcceptedAsync(TestChannel.Message("m1", "ann", "Where is my parcel?"));
        return new ReplyScene(database, server, channel, (await channel.ArrivedAsync("m1")).ConversationId);
    }

    public Task<InteractionView> ReplyAsync(string text) =>
        Owner.PostAsync<InteractionView>($"/api/v1/conversations/{conversation}/replies", new { text });

    public Task<InteractionView> DeliveredAsync(Guid id, DeliveryState state) => Eventually.FindsAsync($"delivery {state}", async () =>
        await Owner.GetAsync<InteractionView>($"/api/v1/interactions/{id}") is { Delivery: { } delivery } view && delivery.State == state ? view : null);

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await server.DisposeAsync();
        await database.DisposeAsync();
    }
}

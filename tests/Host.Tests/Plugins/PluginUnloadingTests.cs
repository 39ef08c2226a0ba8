using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Outgoing;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Plugins;

public sealed class PluginUnloadingTests
{
    [Fact]
    public async Task Bundled_plugins_should_leave_the_process_when_they_are_stopped()
    {
        await using var house = new PluginHouse(withBundled: true, new PatientTime());
        await house.StartAsync();
        var ids = house.Runtime.List().Select(p => p.Id).ToList();
        Assert.Contains("org.socialcrm.channels.signed-webhook", ids);
        Assert.Contains("org.socialcrm.classifiers.builtin", ids);
        await UseAsync(house.Runtime);

        foreach (var id in ids)
        {
            var context = ContextOf(house.Runtime, id);
            Assert.True(IsAlive(context));
            await house.Runtime.StopAsync(id, CancellationToken.None);
            await Eventually.HoldsAsync($"{id} to be collected", () => Task.FromResult(!IsAlive(context)));
        }
    }

    // All that a server does with a plugin's types happens once before it is stopped.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task UseAsync(PluginRuntime plugins)
    {
        using var outgoing = new OutgoingHttp(new AddressGuard(Options.Create(new OutgoingOptions())));
        var calls = new ChannelCalls(plugins, new ChannelSecrets(new EphemeralDataProtectionProvider()), outgoing, new MediaHandles(null!, null!));
        var channel = new ConfiguredChannel
        {
            TenantId = Guid.NewGuid(),
            Id = Guid.NewGuid(),
            Connector = "signed-webhook",
            Name = "Forum",
            Enabled = true,
            Deleted = false,
            IdentityScope = "channel:1",
            SigningSecrets = [StandardWebhooks.NewSecret()],
            Settings = """{"callbackUrl":"http://127.0.0.1:9/replies"}""",
        };
        Assert.False((await calls.CheckAsync(channel, CancellationToken.None)).Ok);
        var body = Encoding.UTF8.GetBytes("""{"type":"message","data":{"id":"1","author":{"id":"u"},"text":"t"}}""");
        var request = new WebhookRequest { Body = body, ReceivedAt = DateTime.UnixEpoch };
        Assert.NotNull(Assert.Single(Assert.Single(await calls.ParseAsync(channel, [request], CancellationToken.None)).Items).Message);
        var reply = new OutboundMessage { IdempotencyKey = "k", Id = "i", Conversation = "c", RecipientId = "u", Text = "t", At = DateTime.UnixEpoch };
        Assert.Equal(SendStatus.Failed, (await calls.SendAsync(channel, reply, CancellationToken.None)).Status);
        await plugins.Classifier!.ClassifyAsync([new ClassifierInput { Text = "My order is late, where is it?" }], new ClassifyOptions { Explain = true }, CancellationToken.None);
    }

    /// <summary>
    /// Here is proven that plugins leave, not how fast they answer: the first call compiles them, and on a machine with other
    /// things to do that takes longer than a call may.
    /// </summary>
    private sealed class PatientTime : TimeProvider
    {
        private const int Patience = 30;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime * Patience : dueTime, period);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ContextOf(PluginRuntime plugins, string id) => plugins.ContextOf(id)!;

    private static bool IsAlive(WeakReference context)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return context.IsAlive;
    }
}

using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Ingestion;

/// <summary>On SQLite there is one writer, so that nothing commits out of order.</summary>
public sealed class LateCommitTests(PostgresServer fixture)
{
    [Fact]
    public async Task Message_committed_after_a_later_one_was_applied_should_not_be_lost()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("before", "ann", "before"));
        await channel.ArrivedAsync("before");

        await using (var slow = await tenant.Server.Services.GetRequiredService<ICrmDatabase>().WriteAsync(CancellationToken.None))
        {
            var raw = Raw(tenant.Id, channel.Id);
            await slow.InsertAsync(InboxTables.RawEvents, [raw], OnConflict.Fail, CancellationToken.None);
            await slow.InsertAsync(InboxTables.Items, [Item(raw, "late")], OnConflict.Fail, CancellationToken.None);
            await channel.AcceptedAsync(TestChannel.Message("after", "ann", "after"));
            await channel.ArrivedAsync("after");
            await slow.CommitAsync(CancellationToken.None);
        }

        await channel.ArrivedAsync("late");
        Assert.Equal(3, (await channel.MessagesAsync()).Count);
    }

    private static RawEvent Raw(Guid tenant, Guid channel) => new()
    {
        TenantId = tenant,
        Id = Guid.CreateVersion7(),
        ChannelId = channel,
        Body = [],
        ReceivedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
    };

    private static InboxItem Item(RawEvent raw, string id) => new()
    {
        TenantId = raw.TenantId,
        Class = LaneClass.Live,
        Bucket = LaneKey.BucketOf($"channel:{raw.ChannelId}", "ann"),
        ChannelId = raw.ChannelId,
        RawEventId = raw.Id,
        RawIndex = 0,
        Payload = IngestionJson.Write(new InboundMessage { ExternalId = id, Author = new MessageAuthor { Id = "ann" }, Text = "late" }),
        ReceivedAt = raw.ReceivedAt,
    };
}

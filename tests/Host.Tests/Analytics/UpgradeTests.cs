using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Database.Postgres;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Analytics;

/// <summary>What was stored by the first version is counted by this one, exactly.</summary>
public abstract class UpgradeTests(ServerFixture fixture)
{
    private static readonly Guid Tenant = Guid.Parse("019aa000-0000-7000-8000-000000000001");
    private static readonly Guid Channel = Guid.Parse("019aa000-0000-7000-8000-000000000002");
    private static readonly DateTime Start = new(2026, 1, 1, 8, 14, 59, 999, DateTimeKind.Utc);

    [Fact]
    public async Task Messages_and_conversations_of_the_first_version_should_be_counted_from_the_start()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await FillAsync(database);

        await using var server = await RealServer.StartAsync(database);

        await using var scope = server.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = Tenant;
        await Eventually.HoldsAsync("all conversations to be reckoned", async () => !await db.Set<ResponseMark>().AnyAsync());
        await CountsAgreeAsync(db);
        Assert.Equal([(3600, true)], (await db.Set<Response>().ToListAsync()).Select(r => (r.Seconds, r.IsFirst)));
        Assert.Equal([2 * 3600], await db.Set<Resolution>().Select(r => r.Seconds).ToListAsync());
        Assert.Equal(1, await db.Set<OpenCount>().SumAsync(c => c.Conversations) + await db.Set<OpenDelta>().SumAsync(d => d.Conversations));
        Assert.Equal(1, await db.Set<ConversationSpan>().CountAsync(s => s.UntilAt == null && s.Ours));
    }

    private static async Task CountsAgreeAsync(CrmDbContext db)
    {
        var messages = await db.Set<Interaction>().AsNoTracking().ToListAsync();
        var expected = messages.SelectMany(m => CountedMessage.Of(m)?.Cells() ?? []).CountBy(c => c).ToDictionary();
        var found = await db.Set<Rollup>().AsNoTracking().ToDictionaryAsync(
            r => new RollupCell(r.Topic, r.Slot, r.ChannelId, r.Direction, r.Type, r.Sentiment), r => r.Messages);
        Assert.Equal(4, messages.Count);
        Assert.Equal(8, expected.Values.Sum());
        Assert.Equal(expected.Count, found.Count);
        Assert.All(expected, cell => Assert.Equal(cell.Value, found[cell.Key]));
    }

    /// <summary>Two conversations as the first version left them: one answered and resolved, one waiting; one message was taken down.</summary>
    private static async Task FillAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await db.GetService<IMigrator>().MigrateAsync((await db.Database.GetPendingMigrationsAsync()).First());
        if (db is PostgresCrmDbContext)
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE interactions_default PARTITION OF interactions DEFAULT");
        }

        var (done, waiting) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await ConversationAsync(db, done, ConversationStatus.Resolved, Start.AddHours(2));
        await ConversationAsync(db, waiting, ConversationStatus.Open, null);
        await MessageAsync(db, done, 0, Start, 2, ["billing", "billing", "parcels"]);
        await MessageAsync(db, done, 1, Start.AddHours(1), null, []);
        await MessageAsync(db, waiting, 0, Start.AddDays(1), 1, ["billing"]);
        await MessageAsync(db, waiting, 0, Start.AddDays(2), 1, ["parcels"], deleted: true);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO conversation_events (tenant_id, id, conversation_id, kind, from_value, to_value, at) VALUES ({Tenant}, {Guid.CreateVersion7()}, {done}, 1, 'waiting', 'resolved', {Start.AddHours(2)})");
    }

    private static Task<int> ConversationAsync(CrmDbContext db, Guid id, ConversationStatus status, DateTime? resolved) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO conversations (tenant_id, id, channel_id, identity_id, status, is_public, opened_at, resolved_at, version) VALUES ({Tenant}, {id}, {Channel}, {id}, {(short)status}, {false}, {Start}, {resolved}, 1)");

    private static Task<int> MessageAsync(CrmDbContext db, Guid conversation, short direction, DateTime at, short? type, string[] topics, bool deleted = false)
    {
        var list = db is PostgresCrmDbContext ? (object)topics : System.Text.Json.JsonSerializer.Serialize(topics);
        DateTime? gone = deleted ? at.AddHours(1) : null;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO interactions (tenant_id, id, channel_id, identity_id, conversation_id, revision, direction, kind, text, is_public, occurred_at, received_at,
                deleted_at, raw_index, label_type, label_topics, label_details, labels_pending)
            VALUES ({Tenant}, {Guid.CreateVersion7(new DateTimeOffset(at))}, {Channel}, {conversation}, {conversation}, 1, {direction}, 0, {(deleted ? null : "hello")}, {false}, {at}, {at},
                {gone}, 0, {type}, {list}, {"{}"}, {false})
            """);
    }

    public sealed class OnSqlite(SqliteServer fixture) : UpgradeTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : UpgradeTests(fixture);
}

using SocialCrm.RunningServer;

namespace SocialCrm.Chaos.Tests;

public sealed class BackupTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Backup_made_under_load_should_bring_back_all_that_was_acknowledged_before_it(Database database)
    {
        await using var storage = await Storage.CreateAsync(database);
        await using var server = new ServerProcess(storage.Place);
        await server.StartAsync();
        var installation = await Installation.SetUpAsync(server);
        await using var crowd = new Crowd([server], installation);
        await crowd.HasDeliveredAsync(200);
        var before = crowd.Authors.ToDictionary(a => a.Id, a => a.Messages.Count);
        var backup = Path.Combine(storage.Place.Folder, "one.backup");

        await SucceedsAsync(storage, "--write-backup", backup);
        await crowd.FinishAsync();
        await server.KillAsync();

        await using var other = await Storage.CreateAsync(database);
        await SucceedsAsync(other, "--restore-backup", backup);
        await using var restored = new ServerProcess(other.Place);
        await restored.StartAsync();
        await HoldsAsync(crowd, before, restored, installation);
        await TakesMessagesAsync(restored, installation);

        // What is there is never replaced.
        var (code, said) = await ServerCommand.RunAsync(other.Place, "--restore-backup", backup);
        Assert.Equal(1, code);
        Assert.Contains("not empty", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_backup_should_restore_nothing()
    {
        await using var storage = await Storage.CreateAsync(Database.Sqlite);
        await using (var server = new ServerProcess(storage.Place))
        {
            await server.StartAsync();
            await Installation.SetUpAsync(server);
        }

        var backup = Path.Combine(storage.Place.Folder, "one.backup");
        await SucceedsAsync(storage, "--write-backup", backup);
        var bytes = await File.ReadAllBytesAsync(backup);
        bytes[bytes.Length / 2] ^= 0xff;
        await File.WriteAllBytesAsync(backup + ".damaged", bytes);
        await File.WriteAllBytesAsync(backup + ".cut", bytes[..(bytes.Length / 2)]);

        foreach (var file in new[] { backup + ".damaged", backup + ".cut", storage.Place.Folder + "/none" })
        {
            await using var other = await Storage.CreateAsync(Database.Sqlite);
            var (code, said) = await ServerCommand.RunAsync(other.Place, "--restore-backup", file);
            Assert.True(code == 1, said);
            Assert.Empty(Directory.EnumerateFileSystemEntries(other.Place.Folder));
        }
    }

    /// <summary>Of each author: the first of what they wrote, at least all that was acknowledged before, in order, each once.</summary>
    private static async Task HoldsAsync(Crowd crowd, Dictionary<string, int> before, ServerProcess server, Installation installation)
    {
        await ProcessedAsync(server);
        using var records = new Records(server, installation);
        var found = (await records.MessagesAsync()).ToLookup(m => m["author"]!["name"]!.GetValue<string>(), m => m["externalId"]!.GetValue<string>());
        foreach (var author in crowd.Authors)
        {
            // What was given up may be there or not.
            var kept = found[author.Id].Except(author.Doubtful.SelectMany(request => request)).ToList();
            Assert.True(kept.Count >= before[author.Id], $"{author.Id}: {kept.Count} of {before[author.Id]} messages came back.");
            Assert.Equal(author.Messages.Select(m => m.Id).Take(kept.Count), kept);
        }

        Assert.Empty(await records.DeadLettersAsync());
    }

    private static async Task ProcessedAsync(ServerProcess server)
    {
        var (metrics, started) = (new ServerMetrics(server.Http), TimeProvider.System.GetTimestamp());
        while (await metrics.ReadAsync("socialcrm_inbox_depth") > 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "The inbox was not worked off.");
            await Task.Delay(Pause);
        }
    }

    /// <summary>The channel's secret can be read: the key ring came along.</summary>
    private static async Task TakesMessagesAsync(ServerProcess server, Installation installation)
    {
        await using var crowd = new Crowd([server], installation);
        await crowd.HasDeliveredAsync(20);
        await crowd.FinishAsync();
    }

    private static async Task SucceedsAsync(Storage storage, params string[] arguments)
    {
        var (code, said) = await ServerCommand.RunAsync(storage.Place, arguments);
        Assert.True(code == 0, said);
    }
}

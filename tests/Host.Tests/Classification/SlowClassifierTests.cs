using SocialCrm.Host.Plugins;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Host.Tests.Plugins;

namespace SocialCrm.Host.Tests.Classification;

/// <summary>
/// With a classifier that is told by the text what to do: a path to a file in a folder that is not there makes it fail, one in a
/// folder that is there makes it wait until the file is gone.
/// </summary>
public abstract class SlowClassifierTests(ServerFixture fixture)
{
    private const string Plugin = "test.configured";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Classifier_that_is_slow_or_fails_should_cost_labels_for_now_and_never_the_flow(bool slow)
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await StartAsync(database);
        using var channel = await ChannelAsync(server);
        using var folder = new Folder();
        if (slow)
        {
            folder.Create();
        }

        await channel.AcceptedAsync(TestChannel.Message("hard", "ann", folder.File));
        if (slow)
        {
            await Eventually.HoldsAsync("the call", () => Task.FromResult(File.Exists(folder.File)));
        }

        await channel.AcceptedAsync(TestChannel.Message("easy", "ben", "hello"));
        var easy = await channel.ArrivedAsync("easy", m => !m.LabelsPending);
        Assert.Equal("question", Assert.Single(easy.Labels).Value);
        Assert.True((await channel.ArrivedAsync("hard")).LabelsPending);

        folder.Create();
        var later = await channel.ArrivedAsync("hard", m =>
        {
            File.Delete(folder.File);
            return !m.LabelsPending;
        });
        Assert.Equal("question", Assert.Single(later.Labels).Value);
    }

    [Fact]
    public async Task Message_on_which_the_classifier_always_fails_should_not_keep_its_neighbours_without_labels()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await StartAsync(database);
        using var channel = await ChannelAsync(server);
        using var folder = new Folder();

        await channel.AcceptedAsync(TestChannel.Message("hard", "ann", folder.File), TestChannel.Message("easy", "ann", "hello"));

        await channel.ArrivedAsync("easy", m => !m.LabelsPending);
        Assert.True((await channel.ArrivedAsync("hard")).LabelsPending);
    }

    private static Task<RealServer> StartAsync(TestDatabase database)
    {
        PluginHouse.InstallAt(Path.Combine(database.Folder, "plugins"), Plugin);
        return RealServer.StartAsync(database);
    }

    private static async Task<TestChannel> ChannelAsync(RealServer server)
    {
        var admin = await server.SetUpAsync();
        await admin.PutAsync<PluginSettingsView>($"/api/v1/plugins/{Plugin}/settings", new { settings = new { says = "question", token = "s3cret" } });
        return await TestChannel.CreateAsync((await server.NewTenantAsync(admin)).Owner);
    }

    private sealed class Folder : IDisposable
    {
        private readonly string _path = Path.Combine(Path.GetTempPath(), $"socialcrm-{Guid.NewGuid():N}");

        public string File => Path.Combine(_path, "asked");

        public void Create() => Directory.CreateDirectory(_path);

        public void Dispose()
        {
            if (Directory.Exists(_path))
            {
                Directory.Delete(_path, recursive: true);
            }
        }
    }

    public sealed class OnSqlite(SqliteServer fixture) : SlowClassifierTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : SlowClassifierTests(fixture);
}

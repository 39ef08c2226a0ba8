using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Ingestion;

public abstract class RevisionTests(ServerFixture fixture)
{
    [Fact]
    public async Task Edit_should_replace_the_text_and_an_older_revision_should_not()
    {
        using var channel = await ChannelAsync();
        await channel.AcceptedAsync(TestChannel.Message("m", "ann", "first"));
        await channel.AcceptedAsync(TestChannel.Message("m", "ann", "third", revision: 3, type: "edited"));
        await channel.AcceptedAsync(TestChannel.Message("m", "ann", "second", revision: 2, type: "edited"));
        await channel.SettledAsync("ann");
        var message = Assert.Single(await channel.MessagesAsync(), m => m.ExternalId == "m");
        Assert.Equal(("third", 3), (message.Text, message.Revision));
        Assert.NotNull(message.EditedAt);
    }

    [Fact]
    public async Task Original_that_comes_after_its_edit_should_not_undo_it()
    {
        using var channel = await ChannelAsync();
        await channel.AcceptedAsync(TestChannel.Message("m", "ann", "edited", revision: 2, type: "edited"));
        await channel.AcceptedAsync(TestChannel.Message("m", "ann", "original"));
        await channel.SettledAsync("ann");
        Assert.Equal("edited", Assert.Single(await channel.MessagesAsync(), m => m.ExternalId == "m").Text);
    }

    [Theory]
    [InlineData("ann")]
    [InlineData(null)]
    public async Task Deleted_message_should_stay_in_the_list_without_its_text(string? author)
    {
        using var channel = await ChannelAsync();
        await channel.AcceptedAsync(TestChannel.Message("m", "ann", "regret"));
        await channel.ArrivedAsync("m");
        await channel.AcceptedAsync(TestChannel.Deletion("m", author));
        Assert.Null((await channel.ArrivedAsync("m", m => m.DeletedAt is not null)).Text);
        await channel.AcceptedAsync(TestChannel.Message("m", "ann", "back again", revision: 9, type: "edited"));
        await channel.SettledAsync("ann");
        Assert.Null(Assert.Single(await channel.MessagesAsync(), m => m.ExternalId == "m").Text);
    }

    [Fact]
    public async Task Deletion_that_overtakes_its_message_should_win()
    {
        using var channel = await ChannelAsync();
        await channel.AcceptedAsync(TestChannel.Deletion("m"));
        await channel.SettledAsync("nobody");
        await channel.AcceptedAsync(TestChannel.Message("m", "ann", "too late"));
        var message = await channel.ArrivedAsync("m");
        Assert.Null(message.Text);
        Assert.NotNull(message.DeletedAt);
    }

    [Fact]
    public async Task Everything_at_once_in_one_batch_should_end_in_the_last_state()
    {
        using var channel = await ChannelAsync();
        await channel.AcceptedAsync(
            TestChannel.Message("kept", "ann", "one"),
            TestChannel.Message("kept", "ann", "two", revision: 2, type: "edited"),
            TestChannel.Message("gone", "ann", "one"),
            TestChannel.Message("kept", "ann", "one"),
            TestChannel.Deletion("gone", "ann"));
        await channel.SettledAsync("ann");
        var messages = await channel.MessagesAsync();
        Assert.Equal("two", Assert.Single(messages, m => m.ExternalId == "kept").Text);
        Assert.Null(Assert.Single(messages, m => m.ExternalId == "gone").Text);
    }

    [Fact]
    public async Task Event_under_another_authors_name_should_reach_the_message_it_is_about()
    {
        using var channel = await ChannelAsync();
        await channel.AcceptedAsync(TestChannel.Message("m", "ann", "mine"));
        await channel.ArrivedAsync("m");
        foreach (var other in Enumerable.Range(0, 8))
        {
            await channel.AcceptedAsync(TestChannel.Message("m", $"other-{other}", $"edit {other}", revision: other + 2, type: "edited"));
        }

        var message = await channel.ArrivedAsync("m", m => m.Revision == 9);
        Assert.Equal("edit 7", message.Text);
        Assert.Equal("ann", message.Author!.Name);
    }

    private async Task<TestChannel> ChannelAsync() => await TestChannel.CreateAsync((await fixture.NewTenantAsync()).Owner);

    public sealed class OnSqlite(SqliteServer fixture) : RevisionTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : RevisionTests(fixture);
}

using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Tests.Engagement;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Attachments;

/// <summary>A server of its own with one store, a network with files, and a channel between them.</summary>
internal sealed class FileScene : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private FileScene(TestDatabase database, RealServer server, ApiClient owner, FileSite site, CallbackReceiver callback, TestChannel channel) =>
        (_database, Server, Owner, Site, Callback, Channel) = (database, server, owner, site, callback, channel);

    public RealServer Server { get; }

    public ApiClient Owner { get; }

    public FileSite Site { get; }

    public CallbackReceiver Callback { get; }

    public TestChannel Channel { get; }

    public static async Task<FileScene> OpenAsync(ServerFixture fixture, string store = "auto", params (string Name, string Value)[] settings)
    {
        var database = await fixture.NewDatabaseAsync();
        var server = await RealServer.StartAsync(database, host =>
        {
            // The one address of the site, so that its neighbours stand for what must not be reached.
            host.UseSetting("Outgoing:AllowedNetworks:0", "127.0.0.1/32");
            host.UseSetting("Attachments:Store", store);
            host.UseSetting("Attachments:MostMegabytes", "1");
            foreach (var (name, value) in settings)
            {
                host.UseSetting($"Attachments:{name}", value);
            }
        });
        var owner = await server.SetUpAsync();
        var callback = await CallbackReceiver.StartAsync();
        var channel = await TestChannel.CreateAsync(owner, new { callbackUrl = callback.Address });
        callback.Secret = channel.Secret;
        return new FileScene(database, server, owner, await FileSite.StartAsync(), callback, channel);
    }

    public static object Message(string id, object[]? attachments, string type = "message", long? revision = null) =>
        new { type, data = new { id, author = new { id = "ann" }, text = "See there", revision, attachments } };

    /// <summary>Waits until each file of the message has come to its end.</summary>
    public async Task<IReadOnlyList<AttachmentView>> FetchedAsync(string message, int count = 1) => (await Channel.ArrivedAsync(
        message, m => m.Attachments.Count == count && m.Attachments.All(a => a.State != AttachmentState.Pending))).Attachments;

    /// <summary>One file of a message, once it is stored or refused.</summary>
    public async Task<AttachmentView> TakesAsync(object attachment)
    {
        var id = $"m-{Guid.NewGuid():N}";
        await Channel.AcceptedAsync(Message(id, [attachment]));
        return Assert.Single(await FetchedAsync(id));
    }

    public async Task<Guid> ConversationAsync()
    {
        await Channel.AcceptedAsync(TestChannel.Message("m1", "ann", "Where is my parcel?"));
        return (await Channel.ArrivedAsync("m1")).ConversationId;
    }

    public static MultipartFormDataContent Form(byte[] content, string name, string type = "application/octet-stream")
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        return new MultipartFormDataContent { { file, "file", name } };
    }

    public static Task<AttachmentView> UploadAsync(ApiClient client, Guid conversation, byte[] content, string name) =>
        client.PostAsync<AttachmentView>($"/api/v1/conversations/{conversation}/attachments", Form(content, name));

    public Task<AttachmentView> UploadAsync(Guid conversation, byte[] content, string name = "photo.png") => UploadAsync(Owner, conversation, content, name);

    public Task<InteractionView> ReplyAsync(Guid conversation, string text, params Guid[] attachments) =>
        Owner.PostAsync<InteractionView>($"/api/v1/conversations/{conversation}/replies", new { text, attachments });

    public T Service<T>()
        where T : notnull => Server.Services.GetRequiredService<T>();

    /// <summary>Sweeps until nothing is left to do; what is being written counts as abandoned when asked to.</summary>
    public async Task SweepAsync(bool agesAgo = false)
    {
        if (agesAgo)
        {
            await ExecuteAsync("UPDATE stored_files SET touched_at = @then", new() { ["then"] = DateTime.UnixEpoch });
        }

        while (await Service<FileSweep>().RunAsync(CancellationToken.None))
        {
        }
    }

    public async Task ExecuteAsync(string sql, SqlParameters? parameters = null)
    {
        await using var session = await Service<ICrmDatabase>().WriteAsync(CancellationToken.None);
        await session.ExecuteAsync(sql, parameters ?? SqlParameters.None, CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
    }

    public async Task<long> CountAsync(string table)
    {
        await using var session = await Service<ICrmDatabase>().ReadAsync(CancellationToken.None);
        return await session.ScalarAsync<long>($"SELECT count(*) FROM {table}", SqlParameters.None, CancellationToken.None);
    }

    /// <summary>How many files lie in the store, whichever it is.</summary>
    public async Task<long> ContentsAsync()
    {
        var folder = Path.Combine(_database.Folder, "files");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length : 0;
        await using var session = await Service<ICrmDatabase>().ReadAsync(CancellationToken.None);
        return files + await session.ScalarAsync<long>("SELECT count(DISTINCT file_id) FROM file_pieces", SqlParameters.None, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await Server.DisposeAsync();
        await Site.DisposeAsync();
        await Callback.DisposeAsync();
        await _database.DisposeAsync();
    }
}

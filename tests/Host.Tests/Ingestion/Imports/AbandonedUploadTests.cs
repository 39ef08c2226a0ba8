using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Ingestion.Imports;

public abstract class AbandonedUploadTests(ServerFixture fixture)
{
    [Fact]
    public async Task Pieces_of_an_upload_whose_node_died_should_be_gone_and_those_of_a_running_one_stay()
    {
        await using var database = await fixture.NewDatabaseAsync();
        var (died, running) = (Started(hoursAgo: 8), Started(hoursAgo: 5));
        await using (var server = await RealServer.StartAsync(database))
        {
            var tenant = await server.NewTenantAsync(await server.SetUpAsync());
            await KeepAsync(server, tenant.Id, died, running);
        }

        await using var next = await RealServer.StartAsync(database);
        await Eventually.HoldsAsync("the pieces to be deleted", async () => !(await LeftAsync(next)).Contains(died));
        Assert.Equal([running], await LeftAsync(next));
    }

    [Fact]
    public async Task Pieces_of_an_upload_that_breaks_off_should_be_gone_at_once()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database);
        var owner = (await server.NewTenantAsync(await server.SetUpAsync())).Owner;
        var import = await TestImport.CreateAsync(owner);
        using var form = TestImport.Form(new string('x', 3 * ImportFile.PieceSize));
        using var broken = new ByteArrayContent((await form.ReadAsByteArrayAsync())[..(2 * ImportFile.PieceSize)]);
        broken.Headers.ContentType = form.Headers.ContentType;

        using var answer = await owner.SendAsync(HttpMethod.Post, $"/api/v1/channels/{import.Channel}/imports", broken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await LeftAsync(server));
    }

    private static Guid Started(int hoursAgo) => Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddHours(-hoursAgo));

    private static async Task KeepAsync(RealServer server, Guid tenant, params Guid[] imports)
    {
        await using var session = await server.Services.GetRequiredService<ICrmDatabase>().WriteAsync(CancellationToken.None);
        var pieces = imports.Select(id => new ImportFile { TenantId = tenant, ImportId = id, Number = 0, Bytes = [1] }).ToList();
        await session.InsertAsync(ImportFile.Table, pieces, OnConflict.Fail, CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
    }

    private static async Task<List<Guid>> LeftAsync(RealServer server)
    {
        await using var session = await server.Services.GetRequiredService<ICrmDatabase>().ReadAsync(CancellationToken.None);
        return await session.QueryAsync("SELECT DISTINCT import_id FROM import_files", SqlParameters.None, row => row.GetGuid(0), CancellationToken.None);
    }

    public sealed class OnSqlite(SqliteServer fixture) : AbandonedUploadTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : AbandonedUploadTests(fixture);
}

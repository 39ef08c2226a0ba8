using System.Net;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Classification;

public abstract class PreviewTests(ServerFixture fixture)
{
    private const string Path = "/api/v1/classifiers/preview";

    [Fact]
    public async Task Texts_should_be_checked()
    {
        var tenant = await fixture.NewTenantAsync();

        var none = await tenant.Owner.ProblemAsync(HttpMethod.Post, Path, """{"texts":[]}""", HttpStatusCode.BadRequest);
        var many = await tenant.Owner.ProblemAsync(HttpMethod.Post, Path, new { texts = Enumerable.Repeat("x", 101) }, HttpStatusCode.BadRequest);
        var large = await tenant.Owner.ProblemAsync(HttpMethod.Post, Path, new { texts = new[] { "x", new string('x', 100_001) } }, HttpStatusCode.BadRequest);
        var empty = await tenant.Owner.ProblemAsync(HttpMethod.Post, Path, """{"texts":["x",null]}""", HttpStatusCode.BadRequest);

        Assert.Equal(["texts", "texts", "texts[1]", "texts[1]"], new[] { none, many, large, empty }.SelectMany(p => p.Errors!.Keys));
    }

    public sealed class OnSqlite(SqliteServer fixture) : PreviewTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : PreviewTests(fixture);
}

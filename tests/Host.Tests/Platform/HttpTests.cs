using System.Net;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Platform;

public abstract class HttpTests(ServerFixture fixture)
{
    [Theory]
    [InlineData("GET", "/api/v1/no-such-thing")]
    [InlineData("GET", "/api")]
    [InlineData("POST", "/no-such-thing")]
    [InlineData("GET", "/assets/missing-1a2b3c.js")]
    [InlineData("GET", "/hooks/a/b/c/d")]
    public async Task Unknown_address_should_be_a_problem_and_not_a_page(string method, string path)
    {
        var problem = await (await fixture.AnonymousAsync()).ProblemAsync(new HttpMethod(method), path, null, HttpStatusCode.NotFound);

        Assert.Equal("not-found", problem.Slug);
    }

    [Fact]
    public async Task Body_that_is_too_large_should_be_refused()
    {
        var client = await fixture.AnonymousAsync();

        // Asks first: the server answers before it has read, and who goes on sending may find the connection closed.
        client.Http.DefaultRequestHeaders.ExpectContinue = true;
        var problem = await client.ProblemAsync(
            HttpMethod.Post, "/api/v1/session", $$"""{"email":"{{new string('x', 3_000_000)}}","password":""}""", HttpStatusCode.RequestEntityTooLarge);

        Assert.Equal("too-large", problem.Slug);
    }

    [Fact]
    public async Task Body_that_is_not_json_should_be_refused()
    {
        using var form = new FormUrlEncodedContent([new("email", "a@example.com")]);

        await (await fixture.AnonymousAsync()).ProblemAsync(HttpMethod.Post, "/api/v1/session", form, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Wrong_method_should_be_refused_with_the_right_ones()
    {
        var client = await fixture.AnonymousAsync();
        using var response = await client.SendAsync(HttpMethod.Put, "/api/v1/setup");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow.Order());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/v1/setup")]
    [InlineData("/api/v1/no-such-thing")]
    [InlineData("/")]
    [InlineData("/swagger/index.html")]
    public async Task Every_answer_should_carry_the_security_headers(string path)
    {
        using var response = await (await fixture.AnonymousAsync()).SendAsync(HttpMethod.Get, path);

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Server_should_say_that_it_lives_and_is_ready()
    {
        var client = await fixture.AnonymousAsync();

        Assert.Equal("ok\n", await client.Http.GetStringAsync("/health/live"));
        Assert.Equal("ok\n", await client.Http.GetStringAsync("/health/ready"));
    }

    public sealed class OnSqlite(SqliteServer fixture) : HttpTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : HttpTests(fixture);
}

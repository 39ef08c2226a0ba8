using System.Net;
using System.Text.Json.Nodes;
using SocialCrm.Host.Access;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Platform;

/// <summary>Walks the API's description: what it says of each operation must be there, and be true.</summary>
public sealed class ApiDescriptionTests(SqliteServer fixture)
{
    private static readonly HashSet<string> Anonymous =
    [
        "GET /api/v1/setup", "POST /api/v1/setup", "POST /api/v1/session",
        "POST /api/v1/invitations/look", "POST /api/v1/invitations/accept", "POST /api/v1/password-resets/look", "POST /api/v1/password-resets/use", // A secret is in the body.
        "POST /api/v1/password-resets", // It answers everybody alike.
        "POST /hooks/{tenant}/{channel}", // Its messages are signed.
        "GET /media/{token}", // The address is the proof.
    ];

    private static readonly HashSet<string> Safe = ["GET", "HEAD"];

    [Fact]
    public async Task Every_operation_should_be_described_and_typed()
    {
        var operations = await OperationsAsync();
        Assert.True(operations.Count > 10);
        Assert.Empty(operations.GroupBy(o => o.Text("operationId"), StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g)}"));
        Assert.All(operations, operation =>
        {
            Assert.False(string.IsNullOrWhiteSpace(operation.Text("summary")), $"{operation} has no summary");
            Assert.False(string.IsNullOrWhiteSpace(operation.Text("description")), $"{operation} has no description (remarks)");
            var success = operation.Responses.Where(r => r.Key[0] == '2').ToList();
            Assert.True(success.Count > 0, $"{operation} has no successful response");
            Assert.True(
                success.All(r => r.Key is "202" or "204" || HasSchema(r.Value)), $"{operation} has an untyped response: {success[0].Value}");
            Assert.All(operation.Responses.Where(r => r.Key[0] is '4' or '5'), r => Assert.NotNull(r.Value!["content"]!["application/problem+json"]));
        });
    }

    [Fact]
    public async Task Every_operation_should_refuse_a_stranger_unless_it_is_for_strangers()
    {
        var client = await fixture.AnonymousAsync();
        foreach (var operation in await OperationsAsync())
        {
            var status = await client.StatusAsync(operation.Method, operation.SamplePath, operation.SampleBody);
            Assert.True(
                Anonymous.Contains(operation.ToString()) ? operation.Permission is null : operation.Permission is not null && status == HttpStatusCode.Unauthorized,
                $"{operation} declares {operation.Permission ?? "nothing"} and answered a stranger with {status}");
        }
    }

    [Fact]
    public async Task Every_operation_should_ask_for_the_permission_it_declares()
    {
        var tenant = await fixture.NewTenantAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            var client = await tenant.KeyAsync(role);
            var allowed = RolePermissions.Of(role);
            foreach (var operation in (await OperationsAsync()).Where(o => Permissions.All.Contains(o.Permission) && !allowed.Contains(o.Permission!)))
            {
                var status = await client.StatusAsync(operation.Method, operation.SamplePath, operation.SampleBody);
                Assert.True(status == HttpStatusCode.Forbidden, $"{operation} answered a {role} with {status}");
            }
        }
    }

    [Fact]
    public async Task Viewer_should_change_nothing()
    {
        var changing = (await OperationsAsync()).Where(o => !Safe.Contains(o.Method.Method) && o.Permission == Permissions.ReadWorkspace);

        // A preview computes and stores nothing; what one has read and wants to be told of is one's own.
        string[] own = ["POST /api/v1/notifications/{id}/read", "POST /api/v1/notifications/read", "PUT /api/v1/notifications/choices"];
        Assert.Empty(changing.Select(o => o.ToString()).Except(["POST /api/v1/classifiers/preview", .. own]));
    }

    private static bool HasSchema(JsonNode? response) =>
        response!["content"]?.AsObject() is { Count: > 0 } content && content.All(c => c.Value!["schema"] is not null);

    private async Task<List<DescribedOperation>> OperationsAsync() => await DescribedOperation.AllAsync(await fixture.AnonymousAsync());
}

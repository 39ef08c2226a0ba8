using System.Runtime.CompilerServices;
using System.Text;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Tests.Access;

public sealed class PermissionTests
{
    [Fact]
    public void Documented_matrix_should_be_the_one_in_force()
    {
        var table = new StringBuilder("| permission | owner | admin | lead | agent | viewer | platform admin |\n|---|---|---|---|---|---|---|\n");
        foreach (var permission in Permissions.All)
        {
            var roles = Enum.GetValues<Role>().Select(role => RolePermissions.Of(role).Contains(permission)).Append(RolePermissions.PlatformAdmin.Contains(permission));
            table.Append($"| `{permission}` | {string.Join(" | ", roles.Select(has => has ? "yes" : ""))} |\n");
        }

        var documented = File.ReadAllText(Path.Combine(Repository(), "docs", "permissions.md"));

        Assert.Contains(table.ToString(), documented, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_role_should_be_allowed_all_that_the_next_lower_is()
    {
        foreach (var (higher, lower) in Enum.GetValues<Role>().Zip(Enum.GetValues<Role>().Skip(1)))
        {
            Assert.Empty(RolePermissions.Of(lower).Except(RolePermissions.Of(higher)));
            Assert.True(RolePermissions.MayGive(higher, lower));
            Assert.False(RolePermissions.MayGive(lower, higher));
        }
    }

    private static string Repository([CallerFilePath] string file = "") => Path.GetFullPath("../../..", Path.GetDirectoryName(file)!);
}

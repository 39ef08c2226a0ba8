using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Ingestion.Replays;

/// <summary>All rows of a tenant, table by table, as text.</summary>
internal static class TenantTables
{
    // What is still under way after messages came: until it is empty, a picture would tell of that too.
    private static readonly string[] UnderWay = ["inbox", "inbox_done", "rollup_deltas", "open_deltas", "response_marks"];

    /// <summary>Waits until nothing is under way any more, and days are counted, which begins some seconds after a tenant is made.</summary>
    public static async Task<Dictionary<string, string>> PictureAsync(TestTenant tenant)
    {
        var last = await ReadAsync(tenant);
        return await Eventually.FindsAsync("the tenant to be quiet", async () =>
        {
            var (before, now) = (last, last = await ReadAsync(tenant));
            return UnderWay.All(t => now[t].Length == 0) && now["counted_zones"].Length > 0 && Differing(before, now).Count == 0 ? now : null;
        });
    }

    /// <summary>The tables whose rows are other than before.</summary>
    public static List<string> Differing(Dictionary<string, string> before, Dictionary<string, string> after) =>
        [.. after.Keys.Where(table => before[table] != after[table]).Order(StringComparer.Ordinal)];

    private static async Task<Dictionary<string, string>> ReadAsync(TestTenant tenant)
    {
        await using var scope = tenant.Server.Scope();
        var tables = scope.ServiceProvider.GetRequiredService<CrmDbContext>().Model.GetEntityTypes()
            .Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType)).Select(e => e.GetTableName()!).Distinct();
        await using var session = await scope.ServiceProvider.GetRequiredService<ICrmDatabase>().ReadAsync(CancellationToken.None);
        var picture = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var rows = await session.QueryAsync(
                $"SELECT * FROM {table} WHERE tenant_id = @tenant",
                new() { ["tenant"] = tenant.Id },
                row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => Text(row.GetValue(i)))),
                CancellationToken.None);
            picture[table] = string.Join('\n', rows.Order(StringComparer.Ordinal));
        }

        return picture;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        string[] texts => string.Join(',', texts),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}

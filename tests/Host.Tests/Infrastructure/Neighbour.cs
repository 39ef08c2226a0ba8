using System.Collections;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Tests.Infrastructure;

/// <summary>
/// Another organisation on the server that tests share, there before any of them. Its messages, authors and threads have the names
/// that tests like to use, so that whatever crosses from one organisation to another shows in a test; and when all tests are
/// done it must be as it was.
/// </summary>
internal sealed class Neighbour
{
    /// <summary>What the server itself goes on with: places of lanes, and counters that are folded into others.</summary>
    private static readonly HashSet<string> Moving = ["inbox_lanes", "response_marks", "rollup_deltas", "rollups", "open_deltas", "open_counts", "day_counts", "counted_zones"];

    private static readonly string[] Authors = ["ann", "bob", "cid", "u1"];

    private readonly RealServer _server;
    private readonly TestTenant _tenant;
    private Dictionary<string, string> _picture = [];

    private Neighbour(RealServer server, TestTenant tenant) => (_server, _tenant) = (server, tenant);

    public static async Task<Neighbour> MoveInAsync(RealServer server, ApiClient platformAdmin)
    {
        var neighbour = new Neighbour(server, await server.NewTenantAsync(platformAdmin));
        await neighbour.FillAsync();
        await Eventually.HoldsAsync("the neighbour to have settled", neighbour.IsQuietAsync, TimeSpan.FromSeconds(60));
        neighbour._picture = await neighbour.PictureAsync();
        Assert.True(neighbour._picture.Count > 12, "The neighbour has hardly any rows: are tables still found by their tenant?");
        return neighbour;
    }

    /// <summary>Fails when a test has changed anything of it.</summary>
    public async Task StandsAsItWasAsync()
    {
        var now = await PictureAsync();
        var changed = _picture.Keys.Union(now.Keys).Where(t => _picture.GetValueOrDefault(t) != now.GetValueOrDefault(t)).Order(StringComparer.Ordinal);
        Assert.Equal([], changed.Select(t => $"{t} of another organisation: {_picture.GetValueOrDefault(t) ?? "nothing"} became {now.GetValueOrDefault(t) ?? "nothing"}"));
    }

    private async Task FillAsync()
    {
        await _tenant.Owner.PostAsync<RuleItem>("/api/v1/rules", new RuleRequest("Neighbour's", [], [new RuleAction(RuleActionKind.Tag, "neighbour")]));
        await _tenant.Owner.PostAsync("/api/v1/topics", new { name = "Parcels", query = "parcel*" });
        await _tenant.Owner.PostAsync("/api/v1/teams", new { name = "Night" });
        await _tenant.Owner.PostAsync("/api/v1/saved-views", new { name = "Mine", filters = new { status = "open" } });
        using var channel = await TestChannel.CreateAsync(_tenant.Owner);
        await channel.AcceptedAsync([.. Enumerable.Range(0, 12).Select(Message)]);
        var first = await channel.ArrivedAsync("1");
        await channel.ArrivedAsync("m6");
        await _tenant.Owner.PostAsync<NoteView>($"/api/v1/conversations/{first.ConversationId}/notes", new NoteRequest("Of the neighbour"));
        await _tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{first.ConversationId}/status", new StatusRequest(ConversationStatus.Resolved));
    }

    private static object Message(int number)
    {
        var id = number % 2 == 0 ? $"{(number / 2) + 1}" : $"m{(number / 2) + 1}";
        return TestChannel.Message(id, Authors[number % Authors.Length], "Where is my parcel? It is late and broken.", $"t{(number % 3 == 0 ? "" : number % 3)}");
    }

    private async Task<bool> IsQuietAsync()
    {
        var before = await PictureAsync();
        var (inbox, marks, walks) = (await CountAsync("inbox WHERE"), await CountAsync("response_marks WHERE"), await CountAsync("topic_history_runs WHERE state = 0 AND"));
        return inbox + marks + walks == 0 && (await PictureAsync()).OrderBy(t => t.Key, StringComparer.Ordinal).SequenceEqual(before.OrderBy(t => t.Key, StringComparer.Ordinal));
    }

    private async Task<long> CountAsync(string from)
    {
        await using var session = await _server.Services.GetRequiredService<ICrmDatabase>().ReadAsync(CancellationToken.None);
        return await session.ScalarAsync<long>($"SELECT count(*) FROM {from} tenant_id = @tenant", new() { ["tenant"] = _tenant.Id }, CancellationToken.None);
    }

    /// <summary>How many rows it has in each table, and what they hold in short.</summary>
    private async Task<Dictionary<string, string>> PictureAsync()
    {
        await using var scope = _server.Scope();
        var tables = scope.ServiceProvider.GetRequiredService<CrmDbContext>().Model.GetEntityTypes()
            .Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType)).Select(e => e.GetTableName()!).Where(t => !Moving.Contains(t)).Distinct().ToList();
        await using var session = await scope.ServiceProvider.GetRequiredService<ICrmDatabase>().ReadAsync(CancellationToken.None);
        var picture = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var rows = await session.QueryAsync($"SELECT * FROM {table} WHERE tenant_id = @tenant", new() { ["tenant"] = _tenant.Id }, Row, CancellationToken.None);
            if (rows.Count > 0)
            {
                rows.Sort(StringComparer.Ordinal);
                picture[table] = $"{rows.Count} rows, {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))[..12]}";
            }
        }

        return picture;
    }

    private static string Row(DbDataReader row) => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => Text(row.GetValue(i))));

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexStringLower(bytes),
        string text => text,
        IEnumerable several => string.Join(',', several.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

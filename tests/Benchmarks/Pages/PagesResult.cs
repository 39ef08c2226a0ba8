using System.Text;
using System.Text.Json.Nodes;

namespace SocialCrm.Benchmarks.Pages;

/// <param name="Name">Which page, and what of it.</param>
/// <param name="P50">Half of the calls took no longer, in milliseconds.</param>
/// <param name="P95">Nineteen in twenty took no longer.</param>
internal sealed record PageTimes(string Name, double P50, double P95);

/// <summary>What one run measured.</summary>
internal sealed record PagesResult(string Database, int Interactions, IReadOnlyList<PageTimes> Pages, double IdleMb, double AfterMb)
{
    public string Table()
    {
        var table = new StringBuilder($"{Interactions:N0} messages on {Database}; milliseconds, from the request to the end of the answer\n");
        table.AppendLine($"  {"",-46}{"p50",8}{"p95",8}");
        foreach (var page in Pages)
        {
            table.AppendLine($"  {page.Name,-46}{page.P50,8:0.0}{page.P95,8:0.0}");
        }

        var worst = Pages.MaxBy(p => p.P95)!;
        return table.AppendLine($"  worst: {worst.Name}, {worst.P95:0.0}")
            .AppendLine($"  server's memory: {IdleMb:0} MB idle after its start, {AfterMb:0} MB after all these calls").ToString();
    }

    public string Json() => new JsonObject
    {
        ["benchmark"] = "pages",
        ["database"] = Database,
        ["interactions"] = Interactions,
        ["worstP95Ms"] = Math.Round(Pages.Max(p => p.P95), 1),
        ["idleMb"] = Math.Round(IdleMb, 1),
        ["afterMb"] = Math.Round(AfterMb, 1),
        ["pages"] = new JsonArray([.. Pages.Select(p => new JsonObject { ["name"] = p.Name, ["p50Ms"] = Math.Round(p.P50, 1), ["p95Ms"] = Math.Round(p.P95, 1) })]),
    }.ToJsonString();
}

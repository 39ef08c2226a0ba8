using System.Text;
using System.Text.Json.Nodes;
using SocialCrm.Benchmarks.Pages;

namespace SocialCrm.Benchmarks.Growth;

/// <summary>What one run measured.</summary>
/// <param name="Scale">How many messages are stored.</param>
/// <param name="EmptyPerSecond">Messages a second into the empty database.</param>
/// <param name="GrownPerSecond">The same with all of them stored.</param>
/// <param name="RawPerSecond">What COPY does with the same rows of the interactions, into an empty table.</param>
/// <param name="Pages">What each page took with all of them stored.</param>
/// <param name="ServerRssMb">The most memory that the server held.</param>
internal sealed record GrowthResult(int Scale, double EmptyPerSecond, double GrownPerSecond, double RawPerSecond, IReadOnlyList<PageTimes> Pages, double ServerRssMb)
{
    private const double Limit = 50;

    private double Kept => GrownPerSecond / EmptyPerSecond;

    private IEnumerable<PageTimes> Slow => Pages.Where(p => p.P95 > Limit).OrderByDescending(p => p.P95);

    public string Table()
    {
        var table = new StringBuilder($"{Scale:N0} messages stored on postgres\n");
        table.AppendLine($"  empty                  {EmptyPerSecond,10:N0} messages/s")
            .AppendLine($"  grown                  {GrownPerSecond,10:N0} messages/s")
            .AppendLine($"  kept                   {Kept,10:0.00}")
            .AppendLine($"  raw rate, same rows    {RawPerSecond,10:N0} rows/s")
            .AppendLine($"  server's memory, most  {ServerRssMb,10:0} MB")
            .AppendLine($"  {"milliseconds, to the end of the answer",-46}{"p50",8}{"p95",8}");
        foreach (var page in Pages)
        {
            table.AppendLine($"  {page.Name,-46}{page.P50,8:0.0}{page.P95,8:0.0}");
        }

        return table.AppendLine($"  over {Limit} ms: {Slow.Count()} of {Pages.Count}").ToString();
    }

    public string Json() => new JsonObject
    {
        ["benchmark"] = "growth",
        ["database"] = "postgres",
        ["interactions"] = Scale,
        ["messagesPerSecond"] = Math.Round(GrownPerSecond, 1),
        ["emptyPerSecond"] = Math.Round(EmptyPerSecond, 1),
        ["kept"] = Math.Round(Kept, 3),
        ["rawPerSecond"] = Math.Round(RawPerSecond, 1),
        ["ratio"] = Math.Round(GrownPerSecond / RawPerSecond, 4),
        ["serverRssMb"] = Math.Round(ServerRssMb, 1),
        ["slow"] = new JsonArray([.. Slow.Select(p => (JsonNode)p.Name)]),
        ["pages"] = new JsonArray([.. Pages.Select(p => new JsonObject { ["name"] = p.Name, ["p50Ms"] = Math.Round(p.P50, 1), ["p95Ms"] = Math.Round(p.P95, 1) })]),
    }.ToJsonString();
}

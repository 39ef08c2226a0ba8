using System.Text;
using System.Text.Json.Nodes;

namespace SocialCrm.Benchmarks.Pages;

/// <summary>
/// Files with the history of an organisation over the last ten years: five messages a conversation, one of them ours; customers come
/// back with another conversation when there are fewer of them; half of it in the last 90 days.
/// </summary>
internal sealed class History(IReadOnlyList<string> texts, int customers, DateTimeOffset now)
{
    private const int MessagesOfConversation = 5;
    private const int RowsOfFile = 25_000;
    private static readonly TimeSpan Years = TimeSpan.FromDays(3650);
    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    public IEnumerable<(byte[] Content, int Rows)> Files(string name, int rows)
    {
        for (var first = 0; first < rows; first += RowsOfFile)
        {
            var count = Math.Min(RowsOfFile, rows - first);
            yield return (Content(name, first, count, rows), count);
        }
    }

    private byte[] Content(string name, int first, int count, int all)
    {
        var file = new StringBuilder();
        for (var i = first; i < first + count; i++)
        {
            var (thread, turn) = (i / MessagesOfConversation, i % MessagesOfConversation);
            var (ours, person) = (turn == 3, thread % customers);
            file.AppendLine(new JsonObject
            {
                ["id"] = $"{name}-{i}",
                ["thread"] = $"{name}-{thread}",
                ["inReplyTo"] = ours ? $"{name}-{i - 1}" : null,
                ["direction"] = ours ? "outbound" : "inbound",
                ["author"] = new JsonObject { ["id"] = ours ? "acme" : $"{name}-person-{person}", ["handle"] = ours ? "acme" : $"person{person}", ["name"] = ours ? "Acme" : $"Person Number{person}" },
                ["text"] = texts[i % texts.Count],
                ["at"] = At(i, all).ToString("O"),
                ["company"] = "Acme",
            }.ToJsonString());
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private DateTimeOffset At(int i, int all)
    {
        var (thread, turn) = (i / MessagesOfConversation, i % MessagesOfConversation);
        var part = (double)thread * MessagesOfConversation / all;
        var begun = part < 0.5 ? now - Years + ((Years - Recent) * (part * 2)) : now - Recent + ((Recent - TimeSpan.FromHours(2)) * ((part - 0.5) * 2));
        return begun + TimeSpan.FromMinutes(turn * 20);
    }
}

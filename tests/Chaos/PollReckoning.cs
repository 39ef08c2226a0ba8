using System.Text.Json.Nodes;

namespace SocialCrm.Chaos;

/// <summary>Every post of the forum is there once, and whatever a poll committed, it was the node that held the channel.</summary>
internal static class PollReckoning
{
    public static async Task<List<string>> DifferencesAsync(Forum forum, Witness witness, IReadOnlyList<JsonNode> messages)
    {
        var there = messages.Select(m => m["externalId"]?.GetValue<string>()).Where(id => id?.StartsWith("post-", StringComparison.Ordinal) == true).CountBy(id => id!).ToDictionary();
        var polls = await witness.PollsAsync();
        return
        [
            .. forum.Published.Where(id => !there.ContainsKey(id)).Select(id => $"{id} is not there."),
            .. there.Where(m => m.Value > 1).Select(m => $"{m.Key} is there {m.Value} times."),
            .. polls.GroupBy(p => (p.Channel, p.Epoch)).Where(turn => turn.DistinctBy(p => p.Node).Count() > 1)
                .Select(turn => $"Turn {turn.Key.Epoch} of a channel was committed by nodes {string.Join(", ", turn.Select(p => p.Node).Distinct())}."),
            .. polls.GroupBy(p => p.Channel).SelectMany(channel => channel.Zip(channel.Skip(1)))
                .Where(pair => pair.Second.Epoch != pair.First.Epoch + (pair.Second.Claimed ? 1 : 0))
                .Select(pair => $"Turn {pair.Second.Epoch} of a channel followed turn {pair.First.Epoch}{(pair.Second.Claimed ? "" : " without a claim")}."),
        ];
    }
}

using System.Text.Json.Nodes;
using SocialCrm.Chaos.Disasters;

namespace SocialCrm.Chaos;

/// <summary>What a scenario that held was made of.</summary>
public sealed class ScenarioResult
{
    internal ScenarioResult(int seed, Ground ground, IDisaster[] disasters, TimeSpan duration)
    {
        (Seed, Duration) = (seed, duration);
        Disasters = disasters.CountBy(d => d.Name).ToDictionary();
        Messages = ground.Crowd.Messages;
        Answers = ground.People.Acknowledged.Count;
    }

    public int Seed { get; }

    public TimeSpan Duration { get; }

    public IReadOnlyDictionary<string, int> Disasters { get; }

    /// <summary>Messages that were acknowledged.</summary>
    public int Messages { get; }

    /// <summary>Answers that were acknowledged.</summary>
    public int Answers { get; }

    public string Line() =>
        $"{Disasters.Values.Sum()} disasters in {Duration:hh\\:mm\\:ss}: {Messages:N0} messages and {Answers:N0} answers, all there once, in order, counted and sent (seed {Seed})";

    public string Json() => new JsonObject
    {
        ["benchmark"] = "chaos",
        ["seed"] = Seed,
        ["rounds"] = Disasters.Values.Sum(),
        ["seconds"] = Math.Round(Duration.TotalSeconds, 1),
        ["messages"] = Messages,
        ["answers"] = Answers,
        ["disasters"] = new JsonObject(Disasters.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value))),
    }.ToJsonString();
}

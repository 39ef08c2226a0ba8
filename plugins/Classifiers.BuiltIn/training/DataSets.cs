using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <summary>The labelled messages of a data folder. What may be trained on is in <c>free</c>; the rest is for measuring.</summary>
internal sealed class DataSets(string folder)
{
    private const int HeldOutTenths = 3;

    private static readonly string[] Flags = [Facets.Asks, Facets.Complains, Facets.Praises];

    public string Folder { get; } = folder;

    /// <summary>The real support messages with labels, all turns of a thread on the same side of the split.</summary>
    public IEnumerable<LabelledMessage> Support(bool heldOut)
    {
        var texts = SupportMessages();
        foreach (var row in Tsv.Read(At("free/support_labels.tsv")))
        {
            var id = row["id"];
            if (IsHeldOut(id.Split(':')[0]) == heldOut)
            {
                yield return new LabelledMessage(texts[id.Replace(':', '-')], LabelsOf(row, "lang"));
            }
        }
    }

    /// <summary>Sentences written for this program, for what the support messages lack: praise, chatter, other languages.</summary>
    public static IEnumerable<LabelledMessage> Written() =>
        Tsv.Read(Path.Combine(AppContext.BaseDirectory, "examples.tsv")).Select(row => new LabelledMessage(Input(row["text"]), LabelsOf(row, "")));

    public IEnumerable<LabelledMessage> RatedSentiment() => Sentiments("free/sent_vader_groundtruth_mit.tsv", "sentiment_at_0.5");

    public IEnumerable<LabelledMessage> Gold() =>
        Tsv.Read(At("evaluation/gold_dev.tsv")).Select(row => new LabelledMessage(Input(row["text"]), LabelsOf(row, "lang")));

    public IEnumerable<LabelledMessage> Airline() => Sentiments("evaluation/sent_airline_train.tsv", Facets.Sentiment).Where(row => Hash(row.Message.Text) % 5 == 0);

    public IEnumerable<LabelledMessage> TweetEval() => Sentiments("evaluation/sent_tweeteval_val.tsv", Facets.Sentiment);

    public IEnumerable<LabelledMessage> Complaints() => Tsv.Read(At("evaluation/type_complaints_train.tsv")).Select(row =>
        new LabelledMessage(Input(row["text"]), One(Facets.Complains, row["complaint"] == "no" ? "no" : "yes")));

    public IEnumerable<(string Language, LabelledMessage Message)> Multilingual() =>
        Tsv.Read(At("evaluation/sent_umsab_multiling_train.tsv")).Where(row => Hash(row["text"]) % 3 == 0).Select(row => (row["language"],
            new LabelledMessage(Input(row["text"]), new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                [Facets.Sentiment] = [row["sentiment"]],
                [Facets.Language] = [CodeOf(row["language"])],
            })));

    public IEnumerable<(string Language, string Text)> Languages() =>
        Tsv.Read(At("free/lang_lingua37_train.tsv")).Select(row => (row["lang"], row["text"]));

    public string At(string path) => Path.Combine(Folder, path);

    /// <summary>FNV-1a, folded: the same on every machine and in every version of .NET.</summary>
    public static uint Hash(string text)
    {
        var hash = text.Aggregate(2166136261U, (sum, c) => (sum ^ c) * 16777619U);
        return hash ^ (hash >> 16);
    }

    private static bool IsHeldOut(string thread) => Hash(thread) % 10 < HeldOutTenths;

    private static string CodeOf(string language) => language switch
    {
        "arabic" => "ar",
        "french" => "fr",
        "german" => "de",
        "hindi" => "hi",
        "italian" => "it",
        "portuguese" => "pt",
        "spanish" => "es",
        _ => throw new InvalidDataException($"No code for the language '{language}'."),
    };

    private IEnumerable<LabelledMessage> Sentiments(string path, string column) =>
        Tsv.Read(At(path)).Select(row => new LabelledMessage(Input(row["text"]), One(Facets.Sentiment, row[column])));

    private static Dictionary<string, string[]> One(string facet, string value) => new(StringComparer.Ordinal) { [facet] = [value] };

    private static ClassifierInput Input(string text) => new() { Text = text };

    private static Dictionary<string, string[]> LabelsOf(Dictionary<string, string> row, string language)
    {
        var labels = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var facet in new[] { Facets.Sentiment, Facets.Action, Facets.Urgency, Facets.Topic }.Where(row.ContainsKey))
        {
            labels[facet] = [row[facet]];
        }
        foreach (var facet in Flags.Where(row.ContainsKey))
        {
            labels[facet] = [row[facet] == "1" ? "yes" : "no"];
        }
        var second = row.GetValueOrDefault("alt_type", "-");
        labels[Facets.Type] = second == "-" ? [row[Facets.Type]] : [row[Facets.Type], second];
        if (row.TryGetValue(language, out var code))
        {
            labels[Facets.Language] = [code];
        }
        if (labels.TryGetValue(Facets.Topic, out var topic) && topic[0] == "-")
        {
            labels.Remove(Facets.Topic);
        }
        return labels;
    }

    private Dictionary<string, ClassifierInput> SupportMessages()
    {
        var messages = new Dictionary<string, ClassifierInput>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(At("customer-messages/support-threads.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            messages[root.GetProperty("id").GetString()!] = new ClassifierInput
            {
                Text = root.GetProperty("text").GetString()!,
                IsAnswer = root.GetProperty("inReplyTo").ValueKind == JsonValueKind.String,
            };
        }
        return messages;
    }
}

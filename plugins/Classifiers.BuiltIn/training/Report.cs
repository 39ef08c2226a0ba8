using System.Globalization;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <summary>Prints the table that docs/classifier.md shows.</summary>
internal sealed class Report(Measurement measurement, DataSets data)
{
    private static readonly string[] All =
    [
        Facets.Type, Facets.Asks, Facets.Complains, Facets.Praises, Facets.Sentiment, Facets.Action, Facets.Urgency,
        Facets.Language, Facets.Topic,
    ];

    public void Print()
    {
        Line("data", "facet", "messages", "answered", "right of answered", "right if it always answered");
        Line("---", "---", "---:", "---:", "---:", "---:");
        Print("support hold-out", [.. data.Support(heldOut: true)], All);
        Print("gold_dev", [.. data.Gold()], Facets.Type, Facets.Sentiment, Facets.Action, Facets.Language);
        Print("complaints (ACL 2019)", [.. data.Complaints()], Facets.Complains);
        Print("airline, a fifth", [.. data.Airline()], Facets.Sentiment);
        Print("tweeteval validation", [.. data.TweetEval()], Facets.Sentiment);
        foreach (var language in data.Multilingual().GroupBy(row => row.Language, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Print("umsab " + language.Key + ", a third", [.. language.Select(row => row.Message)], Facets.Language, Facets.Sentiment);
        }
        Print("lingua, a tenth held out", [.. HeldOutSentences()], Facets.Language);
        Print("the same, first 30 letters", [.. HeldOutSentences().Select(Shortened)], Facets.Language);
    }

    /// <summary>What the certainty of the settings costs and brings.</summary>
    public void PrintHeldOut(string name)
    {
        Print(name, [.. data.Support(heldOut: true)], [.. All.Where(facet => facet != Facets.Language)]);
        Print(name + ", tweeteval", [.. data.TweetEval()], Facets.Sentiment);
    }

    private void Print(string name, List<LabelledMessage> messages, params string[] facets)
    {
        foreach (var facet in facets)
        {
            var score = measurement.Of(facet, messages);
            Line(name, facet, score.Messages.ToString(CultureInfo.InvariantCulture), Percent(score.Coverage), Percent(score.Accuracy), Percent(score.ForcedAccuracy));
        }
    }

    private IEnumerable<LabelledMessage> HeldOutSentences() =>
        data.Languages().Where(row => LanguageTraining.IsHeldOut(row.Text)).Select(row => new LabelledMessage(
            new ClassifierInput { Text = row.Text },
            new Dictionary<string, string[]>(StringComparer.Ordinal) { [Facets.Language] = [row.Language] }));

    private static LabelledMessage Shortened(LabelledMessage message) =>
        message with { Message = message.Message with { Text = message.Message.Text[..Math.Min(30, message.Message.Text.Length)] } };

    private static string Percent(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);

    private static void Line(params string[] cells) => Console.WriteLine("| " + string.Join(" | ", cells) + " |");
}

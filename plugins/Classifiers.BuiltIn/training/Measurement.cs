using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;
using SocialCrm.Plugins.Classifiers.BuiltIn.Languages;
using SocialCrm.Plugins.Classifiers.BuiltIn.Reading;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <summary>Measures a classifier against people's labels.</summary>
internal sealed class Measurement(LanguageProfile profile, IReadOnlyList<Head> heads)
{
    private readonly MessageClassifier _sure = new(profile, heads);

    // The same heads without their thresholds, to see what abstaining is worth.
    private readonly MessageClassifier _forced = new(profile, [.. heads.Select(head => new Head(head.Facet, [.. head.Values], head.Weights, 0))]);

    private readonly MessageReading _reading = new();

    public Score Of(string facet, IEnumerable<LabelledMessage> messages)
    {
        int count = 0, answered = 0, right = 0, forced = 0;
        foreach (var message in messages.Where(message => message.Labels.ContainsKey(facet)))
        {
            var values = ValuesOf(_sure, facet, message);
            var expected = message.Labels[facet];
            count++;
            answered += values.Contains(Facets.Unsure, StringComparer.Ordinal) ? 0 : 1;
            right += IsRight(values, expected) ? 1 : 0;
            forced += IsRight(ValuesOf(_forced, facet, message).Take(1), expected) ? 1 : 0;
        }
        return new Score(count, answered, right, forced);
    }

    private List<string> ValuesOf(MessageClassifier classifier, string facet, LabelledMessage message) =>
        [.. classifier.Classify(message.Message, explain: false, _reading).Labels
            .Where(label => label.Facet == facet).OrderByDescending(label => label.Confidence).Select(label => label.Value)];

    // No topic at all is the right answer to a message on something else.
    private static bool IsRight(IEnumerable<string> values, string[] expected) =>
        values.Any(value => expected.Contains(value, StringComparer.Ordinal)) || (!values.Any() && expected[0] == "other");
}

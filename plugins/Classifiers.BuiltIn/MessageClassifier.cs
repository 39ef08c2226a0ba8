using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;
using SocialCrm.Plugins.Classifiers.BuiltIn.Languages;
using SocialCrm.Plugins.Classifiers.BuiltIn.Reading;
using SocialCrm.Plugins.Classifiers.BuiltIn.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn;

/// <summary>Puts the labels on one message. Holds only what never changes; what a message needs is in its reading.</summary>
internal sealed class MessageClassifier
{
    private readonly MessageReader _reader;
    private readonly Dictionary<string, LabelStock> _languages;
    private readonly Decider[] _deciders;
    private readonly Decider? _topics;

    public MessageClassifier(LanguageProfile profile, IReadOnlyList<Head> heads, bool topics = true)
    {
        _reader = new MessageReader(profile);
        var codes = profile.Codes.Concat(Enum.GetValues<Script>().Select(Scripts.LanguageOf)).OfType<string>().Append("");
        _languages = codes.ToDictionary(code => code, code => new LabelStock(Facets.Language, [code]), StringComparer.Ordinal);
        _deciders = [.. heads.Where(head => head.Facet != Facets.Topic).Select(head => new Decider(head))];
        _topics = topics ? new Decider(heads.Single(head => head.Facet == Facets.Topic)) : null;
    }

    public static MessageClassifier FromResources(BuiltInSettings settings)
    {
        using var profile = Resources.Open("languages.bin");
        using var heads = Resources.OpenText("heads.tsv");
        return new MessageClassifier(LanguageProfile.Read(profile), HeadFile.Read(heads).MovedBy(settings), settings.Topics);
    }

    public Classification Classify(ClassifierInput message, bool explain, MessageReading reading)
    {
        var language = _reader.Read(message, reading);
        var labels = new List<Label>(_deciders.Length + 2)
        {
            _languages[language.Code].Take(0, language.Confidence, MessageReader.LanguageThreshold),
        };
        foreach (var decider in _deciders)
        {
            labels.Add(CanTell(decider.Facet, reading) ? decider.Decide(reading, explain) : decider.Unread);
        }
        if (reading.IsReadable)
        {
            _topics?.DecideSeveral(reading, explain, labels);
        }
        return new Classification(labels);
    }

    private static bool CanTell(string facet, MessageReading reading) => facet == Facets.Sentiment
        ? reading.HasFeeling || (reading.IsReadable && reading.IsFullyListed)
        : reading.IsReadable;
}

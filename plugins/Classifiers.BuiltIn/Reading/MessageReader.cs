using SocialCrm.Plugins.Classifiers.BuiltIn.Languages;
using SocialCrm.Plugins.Classifiers.BuiltIn.Lexicons;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Reading;

/// <summary>Finds in a message everything that the heads look at.</summary>
internal sealed class MessageReader(LanguageProfile profile)
{
    // Half a guess is enough to pick word lists by: a wrong list finds nothing and does little harm.
    private const double LexiconThreshold = 0.4;

    private readonly LexiconShelf _lexicons = new();
    private readonly CueReader _cues = new(new PictographList());
    private readonly LanguageIdentifier _languages = new(profile);

    public LanguageGuess Read(ClassifierInput message, MessageReading reading)
    {
        reading.Begin(message.Text);
        var language = _languages.Identify(message.Text, reading.Tokens);
        var lexicon = language.Confidence < LexiconThreshold ? _lexicons.English : _lexicons.Find(language.Code);
        reading.IsReadable = reading.HasWords && lexicon is not null;
        reading.IsFullyListed = lexicon == _lexicons.English;
        ShapeReader.Read(message, reading);
        _cues.Read(message.Text, lexicon, reading);
        return language;
    }
}

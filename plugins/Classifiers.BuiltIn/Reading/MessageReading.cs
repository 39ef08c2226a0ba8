using System.Runtime.InteropServices;
using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;
using SocialCrm.Plugins.Classifiers.BuiltIn.Lexicons;
using SocialCrm.Plugins.Classifiers.BuiltIn.Text;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Reading;

/// <summary>
/// What was found in one message. One is made for a batch and used for each of its messages in turn, so that a
/// message costs no allocation beyond its labels.
/// </summary>
internal sealed class MessageReading
{
    private readonly List<int> _words = [];

    public List<Token> Tokens { get; } = [];

    public List<Hit> Hits { get; } = [];

    public float[] Features { get; } = new float[FeatureSpace.Names.Count];

    public ReadOnlySpan<int> Words => CollectionsMarshal.AsSpan(_words);

    public bool HasWords { get; private set; }


    /// <summary>False where there are no words, or words of a language without lists.</summary>
    public bool IsReadable { get; set; }

    /// <summary>True where the words with feeling are listed in full, so that their absence means something.</summary>
    public bool IsFullyListed { get; set; }

    public bool HasFeeling => this[Signal.Positive] > 0 || this[Signal.Negative] > 0;

    public ref float this[Signal signal] => ref Features[(int)signal];

    public void Begin(string text)
    {
        Tokens.Clear();
        Hits.Clear();
        Array.Clear(Features);
        HasWords = false;
        Tokenizer.Read(text, Tokens);
        foreach (var token in Tokens)
        {
            HasWords |= token.Kind is TokenKind.Word or TokenKind.Hashtag;
        }
    }

    public void FindWords(string text, Lexicon? lexicon)
    {
        _words.Clear();
        foreach (var token in Tokens)
        {
            _words.Add(lexicon?.Find(text, token) ?? Lexicon.Unknown);
        }
    }
}

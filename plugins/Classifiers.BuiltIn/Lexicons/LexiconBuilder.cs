namespace SocialCrm.Plugins.Classifiers.BuiltIn.Lexicons;

/// <summary>Gathers words and phrases, and makes the tree of them.</summary>
internal sealed class LexiconBuilder
{
    private readonly Dictionary<string, Meaning> _meanings = new(StringComparer.Ordinal);

    public Meaning this[string phrase]
    {
        get
        {
            if (!_meanings.TryGetValue(phrase, out var meaning))
            {
                _meanings[phrase] = meaning = new Meaning();
            }
            return meaning;
        }
    }

    public Lexicon Build()
    {
        foreach (var (phrase, meaning) in _meanings)
        {
            Inherit(phrase.Split(' '), meaning);
        }
        var words = new Dictionary<string, int>(StringComparer.Ordinal) { ["#"] = Lexicon.Number };
        var phrases = _meanings.Select(entry => (Words: entry.Key.Split(' '), entry.Value)).ToList();
        foreach (var word in phrases.SelectMany(phrase => phrase.Words))
        {
            words.TryAdd(word, words.Count);
        }
        var children = new Dictionary<long, int>();
        var meanings = new List<Meaning?>(new Meaning?[words.Count]);
        foreach (var (path, meaning) in phrases)
        {
            meanings[Grow(path, words, children, meanings)] = meaning;
        }
        var stems = words.Where(word => word.Key.EndsWith('*')).ToDictionary(word => word.Key[..^1], word => word.Value, StringComparer.Ordinal);
        return new Lexicon(words, stems, children, [.. meanings]);
    }

    // A phrase stands in the place of its words: it opens a question as its first word does, and feels as they feel.
    private void Inherit(string[] path, Meaning phrase)
    {
        if (path.Length == 1)
        {
            return;
        }
        var words = path.Select(word => _meanings.GetValueOrDefault(word)).OfType<Meaning>().ToList();
        phrase.Roles |= (_meanings.GetValueOrDefault(path[0])?.Roles ?? Roles.None) & (Roles.AskingWord | Roles.Auxiliary | Roles.Why);
        if (!words.Exists(word => word.Roles.HasFlag(Roles.Negator)))
        {
            phrase.Valence ??= words.Select(word => word.Valence ?? 0).Append(0).MaxBy(Math.Abs);
        }
    }

    private static int Grow(
        string[] path, Dictionary<string, int> words, Dictionary<long, int> children, List<Meaning?> meanings)
    {
        var node = words[path[0]];
        foreach (var word in path.AsSpan(1))
        {
            var key = Lexicon.Key(node, words[word]);
            if (!children.TryGetValue(key, out node))
            {
                children[key] = node = meanings.Count;
                meanings.Add(null);
            }
        }
        return node;
    }
}

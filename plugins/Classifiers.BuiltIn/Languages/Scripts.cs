namespace SocialCrm.Plugins.Classifiers.BuiltIn.Languages;

internal static class Scripts
{
    private static readonly (char Last, Script Script)[] Ranges =
    [
        ('\u024F', Script.Latin), ('\u036F', Script.Other), ('\u03FF', Script.Greek), ('\u052F', Script.Cyrillic),
        ('\u058F', Script.Other), ('\u05FF', Script.Hebrew), ('\u06FF', Script.Arabic), ('\u074F', Script.Other),
        ('\u077F', Script.Arabic), ('\u08FF', Script.Other), ('\u097F', Script.Devanagari), ('\u09FF', Script.Bengali),
        ('\u0B7F', Script.Other), ('\u0BFF', Script.Tamil), ('\u0DFF', Script.Other), ('\u0E7F', Script.Thai),
        ('\u10FF', Script.Other), ('\u11FF', Script.Hangul), ('\u1DFF', Script.Other), ('\u1EFF', Script.Latin),
        ('\u1FFF', Script.Greek), ('\u303F', Script.Other), ('\u30FF', Script.Kana), ('\u33FF', Script.Other),
        ('\u9FFF', Script.Han), ('\uABFF', Script.Other), ('\uD7FF', Script.Hangul), ('\uFA6F', Script.Other),
        ('\uFAFF', Script.Other), ('\uFB1C', Script.Other), ('\uFB4F', Script.Hebrew), ('\uFDFF', Script.Arabic),
        ('\uFE6F', Script.Other), ('\uFEFC', Script.Arabic), ('\uFF65', Script.Other), ('\uFF9F', Script.Kana),
        ('\uFFFF', Script.Other),
    ];

    /// <summary>The language that alone, of those known here, is written in this script; or null.</summary>
    public static string? LanguageOf(Script script) => script switch
    {
        Script.Greek => "el",
        Script.Hebrew => "he",
        Script.Devanagari => "hi",
        Script.Bengali => "bn",
        Script.Tamil => "ta",
        Script.Thai => "th",
        Script.Hangul => "ko",
        Script.Kana => "ja",
        Script.Han => "zh",
        _ => null,
    };

    public static Script Of(char letter)
    {
        if (letter <= Ranges[0].Last)
        {
            return Script.Latin;
        }
        foreach (var (last, script) in Ranges)
        {
            if (letter <= last)
            {
                return script;
            }
        }
        return Script.Other;
    }
}

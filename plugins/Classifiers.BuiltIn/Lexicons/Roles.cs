namespace SocialCrm.Plugins.Classifiers.BuiltIn.Lexicons;

/// <summary>What a word does to the words around it.</summary>
[Flags]
internal enum Roles : byte
{
    None = 0,
    Negator = 1,
    Booster = 2,
    Damper = 4,
    Contrast = 8,
    AskingWord = 16,
    Auxiliary = 32,
    Why = 64,
    Greeting = 128,
}

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Languages;

/// <param name="Code">ISO 639-1, or empty where the text has no letters.</param>
/// <param name="Confidence">0 to 1.</param>
internal readonly record struct LanguageGuess(string Code, double Confidence);

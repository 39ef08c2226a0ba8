namespace SocialCrm.Plugins.Classifiers.BuiltIn.Languages;

/// <param name="Code">ISO 639-1, or empty where the text has no letters.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Second">The next best, or empty.</param>
/// <param name="Third">The one after it, or empty.</param>
internal readonly record struct LanguageGuess(string Code, double Confidence, string Second = "", string Third = "");

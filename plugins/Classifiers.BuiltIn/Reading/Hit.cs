namespace SocialCrm.Plugins.Classifiers.BuiltIn.Reading;

/// <summary>A span that counted for a feature.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Feature">The feature it counted for.</param>
/// <param name="Amount">How much.</param>
/// <param name="Note">What changed its meaning, if anything did.</param>
internal readonly record struct Hit(int Start, int Length, int Feature, float Amount, string Note);

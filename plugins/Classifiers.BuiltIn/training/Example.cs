namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <param name="Features">What was read.</param>
/// <param name="Target">How likely people hold each value.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record Example(float[] Features, double[] Target, double Weight);

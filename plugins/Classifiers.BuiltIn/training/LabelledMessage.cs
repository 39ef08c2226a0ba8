using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <summary>A message with what people say of it: for each facet the values that count as right, the first one meant.</summary>
internal sealed record LabelledMessage(ClassifierInput Message, IReadOnlyDictionary<string, string[]> Labels)
{
    /// <summary>How much it counts when weights are fitted.</summary>
    public double Weight { get; init; } = 1;
}

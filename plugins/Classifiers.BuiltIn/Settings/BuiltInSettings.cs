using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Settings;

/// <summary>What a platform admin may set of the built-in classifier. The defaults are what it was measured with.</summary>
public sealed class BuiltInSettings
{
    /// <summary>For all facets but sentiment and language.</summary>
    [Setting("How sure it must be",
        Help = "Of type, action, urgency and topics. Where it is not sure enough it says “unsure”, and rules and numbers pass the label over.")]
    public Certainty Certainty { get; init; } = Certainty.Usual;

    /// <summary>Apart from the others, since it errs most there.</summary>
    [Setting("How sure it must be of a sentiment",
        Help = "Sentiment is what readers disagree on most. Be careful where alerts or bonuses hang on it.")]
    public Certainty Sentiment { get; init; } = Certainty.Usual;

    /// <summary>Whether it gives topics at all.</summary>
    [Setting("Give topics of its own",
        Help = "General ones such as account, billing or delivery, beside those that the organisation listens for. Without them only the organisation’s own topics are given.")]
    public bool Topics { get; init; } = true;
}

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Heads;

/// <summary>The features that are computed; those after them count the cues of the word lists.</summary>
internal enum Signal
{
    Always,
    Positive,
    Negative,
    Balance,
    StrongestPositive,
    StrongestNegative,
    GladSign,
    SadSign,
    QuestionMark,
    EndsAsking,
    OpensAsking,
    OpensAuxiliary,
    OpensWhy,
    Exclamation,
    Shouting,
    Negation,
    NegatedPraise,
    NegatedFault,
    PraiseBesideFault,
    Contrast,
    Short,
    Long,
    Link,
    Hashtag,
    Mention,
    Number,
    Answer,
    Review,
}

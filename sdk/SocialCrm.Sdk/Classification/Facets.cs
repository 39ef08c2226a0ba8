namespace SocialCrm.Sdk;

/// <summary>The facets of a message and their values.</summary>
public static class Facets
{
    /// <summary>question, complaint, compliment or other.</summary>
    public const string Type = "type";

    /// <summary>yes or no: whether it asks for something.</summary>
    public const string Asks = "asks";

    /// <summary>yes or no: whether it says that something fell short.</summary>
    public const string Complains = "complains";

    /// <summary>yes or no: whether it praises or thanks.</summary>
    public const string Praises = "praises";

    /// <summary>positive, neutral or negative: the sentiment of the text.</summary>
    public const string Sentiment = "sentiment";

    /// <summary>yes or no: whether an agent should answer or act.</summary>
    public const string Action = "action";

    /// <summary>high, normal or low.</summary>
    public const string Urgency = "urgency";

    /// <summary>An ISO 639-1 code in lower case.</summary>
    public const string Language = "language";

    /// <summary>What it is about; a message can have several.</summary>
    public const string Topic = "topic";

    /// <summary>The value of any facet where the classifier abstains.</summary>
    public const string Unsure = "unsure";

    private static readonly string[] YesNo = ["yes", "no"];

    /// <summary>The values of the facets that have a closed list of them, "unsure" not among them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ClosedValues { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Type] = ["question", "complaint", "compliment", "other"],
            [Asks] = YesNo,
            [Complains] = YesNo,
            [Praises] = YesNo,
            [Sentiment] = ["positive", "neutral", "negative"],
            [Action] = YesNo,
            [Urgency] = ["high", "normal", "low"],
        };
}

using SocialCrm.Sdk;

namespace SocialCrm.Host.Classification;

/// <summary>The labels of a message in the form in which its row holds them.</summary>
public sealed class LabelColumns
{
    public short? Type { get; set; }

    public short? Asks { get; set; }

    public short? Complains { get; set; }

    public short? Praises { get; set; }

    public short? Sentiment { get; set; }

    public short? Action { get; set; }

    public short? Urgency { get; set; }

    public string? Language { get; set; }

    public string[] Topics { get; set; } = [];

    /// <summary>A <see cref="LabelDetails"/> as JSON.</summary>
    public string Details { get; set; } = "{}";

    public bool Pending { get; set; }

    public string? ModelVersion { get; set; }

    public static LabelColumns Of(MessageLabels labels) => new()
    {
        Type = LabelCodes.Code(Facets.Type, labels[Facets.Type]),
        Asks = LabelCodes.Code(Facets.Asks, labels[Facets.Asks]),
        Complains = LabelCodes.Code(Facets.Complains, labels[Facets.Complains]),
        Praises = LabelCodes.Code(Facets.Praises, labels[Facets.Praises]),
        Sentiment = LabelCodes.Code(Facets.Sentiment, labels[Facets.Sentiment]),
        Action = LabelCodes.Code(Facets.Action, labels[Facets.Action]),
        Urgency = LabelCodes.Code(Facets.Urgency, labels[Facets.Urgency]),
        Language = labels[Facets.Language],
        Topics = [.. labels.Topics],
        Details = LabelDetails.Write(labels),
        Pending = labels.Pending,
        ModelVersion = labels.ModelVersion,
    };

    public MessageLabels ToLabels()
    {
        var details = LabelDetails.Read(Details.Length > 2 ? Details : """{"c":{}}""");
        var items = new List<MessageLabel>(9);
        AddClosed(items, details, Facets.Type, Type);
        AddClosed(items, details, Facets.Asks, Asks);
        AddClosed(items, details, Facets.Complains, Complains);
        AddClosed(items, details, Facets.Praises, Praises);
        AddClosed(items, details, Facets.Sentiment, Sentiment);
        AddClosed(items, details, Facets.Action, Action);
        AddClosed(items, details, Facets.Urgency, Urgency);
        if (Language is not null)
        {
            items.Add(details.Label(Facets.Language, Language));
        }

        items.AddRange(Topics.Select(topic => details.Label(Facets.Topic, topic)));
        return new MessageLabels(items, ModelVersion, Pending);
    }

    private static void AddClosed(List<MessageLabel> items, LabelDetails details, string facet, short? code)
    {
        if (LabelCodes.Value(facet, code) is { } value)
        {
            items.Add(details.Label(facet, value));
        }
    }
}

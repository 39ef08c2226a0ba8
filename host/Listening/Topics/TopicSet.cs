using SocialCrm.Host.Classification;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Listening;

/// <summary>The compiled topics of a tenant. Immutable: many workers use it at once.</summary>
public sealed class TopicSet(IReadOnlyList<(string Key, TopicQuery Query)> topics)
{
    public bool IsEmpty => topics.Count == 0;

    /// <summary>The labels with those of the topics that the text is about.</summary>
    public MessageLabels Label(TokenizedText text, MessageLabels labels) => labels.WithListened(Find(text));

    /// <summary>The labels of the topics that the text is about.</summary>
    public IReadOnlyList<MessageLabel> Find(TokenizedText text)
    {
        List<MessageLabel>? found = null;
        foreach (var (key, query) in topics)
        {
            if (query.Matches(text))
            {
                (found ??= []).Add(new MessageLabel(Facets.Topic, key, 1) { Listened = true });
            }
        }

        return found ?? (IReadOnlyList<MessageLabel>)[];
    }

    /// <summary>What in the text led to a topic; nothing where the topic changed or is gone since.</summary>
    public IReadOnlyList<Evidence> Explain(string key, string text)
    {
        var query = topics.FirstOrDefault(t => t.Key == key).Query;
        return query is null ? [] : [.. query.Find(new TokenizedText(text)).Select(s => new Evidence(s.Start, s.Length, 1, ""))];
    }
}

using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Listening;
using SocialCrm.Host.Platform.Runs;

namespace SocialCrm.Host.Ingestion;

/// <summary>Asks today's classifier and topics about stored messages, outside any transaction.</summary>
internal sealed class ReplayClassifying(Labelling labelling, TopicSets topicSets)
{
    // What a classifier can do well within its time.
    private const int MostAtOnce = 256;
    private static readonly int MostProcessors = Math.Min(Environment.ProcessorCount, 4);

    /// <summary>What is said of each message, in the same order.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="fast">True to take all processors; false for work that stands behind live messages.</param>
    /// <param name="ct">The run's.</param>
    /// <exception cref="RunDelayedException">No classifier answers.</exception>
    public async Task<ReplayAnswer[]> AskAsync(Guid tenantId, IReadOnlyList<PastMessage> messages, bool fast, CancellationToken ct)
    {
        var topics = await topicSets.OfAsync(tenantId, ct);
        var answers = new ReplayAnswer[messages.Count];
        var parts = Enumerable.Range(0, (messages.Count + MostAtOnce - 1) / MostAtOnce);
        await Parallel.ForEachAsync(
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = fast ? MostProcessors : 1, CancellationToken = ct },
            async (part, stop) => await AskAsync(topics, messages, answers, part * MostAtOnce, stop));
        return answers;
    }

    /// <summary>The version of the model that runs.</summary>
    /// <exception cref="RunDelayedException">No classifier runs.</exception>
    public string ModelVersion => labelling.ModelVersion ?? throw Away();

    private async Task AskAsync(TopicSet topics, IReadOnlyList<PastMessage> messages, ReplayAnswer[] answers, int first, CancellationToken ct)
    {
        var count = Math.Min(MostAtOnce, messages.Count - first);
        var version = ModelVersion;
        var older = Enumerable.Range(first, count).Where(i => messages[i].Labels.ModelVersion != version).ToList();
        var said = await labelling.LabelAsync(older.ConvertAll(i => messages[i].ToInput()), ct);
        for (var i = first; i < first + count; i++)
        {
            answers[i] = new ReplayAnswer(null, topics.IsEmpty ? [] : topics.Find(new TokenizedText(messages[i].Text)));
        }

        for (var i = 0; i < older.Count; i++)
        {
            answers[older[i]] = answers[older[i]] with { Machine = said[i].Pending ? throw Away() : said[i] };
        }
    }

    private static RunDelayedException Away() => new("No classifier answers now. It is tried again in some seconds.");
}

/// <summary>What is said of a message: by the model, null where its labels are of the model that runs, and by the topics.</summary>
internal sealed record ReplayAnswer(MessageLabels? Machine, IReadOnlyList<MessageLabel> Listened)
{
    public MessageLabels Of(MessageLabels labels) => labels.Replayed(Machine, Listened);
}

using SocialCrm.Host.Conversations;

namespace SocialCrm.Host.Ingestion;

/// <summary>Messages as they were read, and what is said of them.</summary>
internal sealed record ReplayPage(IReadOnlyList<PastMessage> Messages, ReplayAnswer[] Answers, bool IsLast, long Total, string ModelVersion)
{
    /// <summary>Those that would be stored otherwise, or that wait for their first labels.</summary>
    public List<PastMessage> Different() =>
        [.. Messages.Where((m, i) => m.Labels.Pending || !Answers[i].Of(m.Labels).IsStoredAs(m.Labels))];
}

using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// What the organisation said elsewhere than here (an echo of the network, imported history): finds the conversation that it
/// belongs to, and knows again what was sent from here.
/// </summary>
internal sealed class AnswerBatch(SqlSession session, Guid tenantId)
{
    // An echo comes within moments; a day covers a network that was down.
    private static readonly TimeSpan EchoHorizon = TimeSpan.FromDays(1);

    private readonly Dictionary<Guid, MessagePlace> _places = [];
    private readonly List<(Guid Id, string ExternalId)> _named = [];
    private List<SentMessage> _sent = [];

    /// <summary>The stored conversations that the messages may belong to.</summary>
    public async Task<IReadOnlyList<MessagePlace>> LoadAsync(IReadOnlyList<PendingMessage> answers, MessageRegistry registry, CancellationToken ct)
    {
        if (answers.Count == 0)
        {
            return [];
        }

        var ids = answers.Select(a => a.AnsweredKey is { } key ? registry.Find(key)?.InteractionId : null).OfType<Guid>().ToHashSet();
        var places = ids.Count > 0 ? await InteractionBatch.PlacesAsync(session, tenantId, ids, ct) : [];
        places.ForEach(place => _places[place.Id] = place);
        var threads = answers.Where(a => a.Message.Thread is not null && (a.AnsweredKey is not { } key || registry.Find(key)?.InteractionId is null))
            .Select(a => (a.ChannelId, a.Message.Thread!)).ToHashSet();
        var all = threads.Count > 0 ? [.. places, .. await ThreadBatch.PlacesAsync(session, tenantId, threads, ct)] : places;
        var live = answers.Where(a => a.ImportId is null).ToList();
        if (live.Count > 0 && all.Count > 0)
        {
            _sent = await InteractionBatch.UnnamedAsync(session, tenantId, [.. all.Select(p => p.ConversationId)], live.Min(a => a.ReceivedAt) - EchoHorizon, ct);
        }

        return all;
    }

    /// <summary>By the message that it answers, else by the thread; null when neither is known.</summary>
    public ThreadRow? Find(PendingMessage message, MessageRegistry registry, InteractionBatch interactions, ThreadBatch threads)
    {
        if (message.AnsweredKey is { } key && registry.Find(key)?.InteractionId is { } id)
        {
            var conversation = interactions.Find(id)?.ConversationId ?? _places.GetValueOrDefault(id)?.ConversationId;
            return conversation is { } found ? threads.Get(found) : null;
        }

        return message.Message.Thread is { } thread ? threads.OfThread(message.ChannelId, thread, message.OccurredAt) : null;
    }

    /// <summary>Our message of which this is the echo, when it came before the network's answer to our sending it.</summary>
    public Guid? Recognise(PendingMessage message, ThreadRow thread)
    {
        if (message.ImportId is not null || _sent.Find(s => s.ConversationId == thread.Id && s.Text.Trim() == message.Message.Text.Trim()) is not { } sent)
        {
            return null;
        }

        _sent.Remove(sent);
        _named.Add((sent.Id, message.Message.ExternalId));
        return sent.Id;
    }

    public async Task SaveAsync(InteractionBatch interactions, CancellationToken ct)
    {
        foreach (var (id, externalId) in _named)
        {
            await interactions.NameAsync(id, externalId, ct);
        }
    }
}

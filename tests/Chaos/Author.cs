using System.Text;
using System.Text.Json.Nodes;

namespace SocialCrm.Chaos;

/// <summary>
/// Somebody who writes one thing after another: messages by themselves and several at once, edits, and now and then the
/// network delivers again what it had delivered. Each is sent until it is acknowledged, as networks do, save for some that
/// are sent once and given up.
/// </summary>
public sealed class Author(string id, int seed, Network network, SemaphoreSlim turns)
{
    private readonly Random _random = new(seed);
    private readonly List<SentMessage> _messages = [];
    private readonly List<IReadOnlyList<string>> _doubtful = [];
    private readonly List<byte[]> _delivered = [];
    private int _number;
    private int _turnsTaken;

    public string Id => id;

    /// <summary>What was acknowledged, in the order in which it was first sent.</summary>
    public IReadOnlyList<SentMessage> Messages => _messages;

    /// <summary>The ids of what was given up, by request: all of one are there, or none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Doubtful => _doubtful;

    /// <summary>How many turns came to their end.</summary>
    public int TurnsTaken => Volatile.Read(ref _turnsTaken);

    public async Task WriteAsync(CancellationToken enough)
    {
        while (await HasTurnAsync(enough))
        {
            await (_random.Next(20) switch
            {
                < 9 => SendNewAsync(1),
                < 13 => SendNewAsync(_random.Next(2, 5)),
                < 14 => GiveUpAsync(_random.Next(1, 5)),
                < 18 when _messages.Count > 0 => EditAsync(_messages[_random.Next(_messages.Count)]),
                _ when _delivered.Count > 0 => network.DeliverAsync(_delivered[_random.Next(_delivered.Count)]),
                _ => SendNewAsync(1),
            });
            Interlocked.Increment(ref _turnsTaken);
        }
    }

    /// <summary>Some of the requests that were acknowledged, to be delivered again.</summary>
    public IReadOnlyList<byte[]> Delivered(Random random, int most)
    {
        lock (_delivered)
        {
            return _delivered.Count == 0 ? [] : random.GetItems([.. _delivered], Math.Min(most, _delivered.Count));
        }
    }

    private async Task<bool> HasTurnAsync(CancellationToken enough)
    {
        try
        {
            await turns.WaitAsync(enough);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task SendNewAsync(int count)
    {
        var messages = New(count);
        await SendAsync(Events(messages));
        _messages.AddRange(messages);
    }

    private async Task GiveUpAsync(int count)
    {
        var messages = New(count);
        if (await network.TryAsync(Encoding.UTF8.GetBytes(Events(messages).ToJsonString())))
        {
            _messages.AddRange(messages);
        }
        else
        {
            _doubtful.Add(messages.ConvertAll(m => m.Id));
            turns.Release(); // It was no delivery: it is another turn.
            Interlocked.Decrement(ref _turnsTaken);
        }
    }

    private async Task EditAsync(SentMessage message)
    {
        await SendAsync(WebhookEvent.Of(id, "edited", message.Id, message.Revision + 1));
        message.Revision++;
    }

    private async Task SendAsync(JsonNode events)
    {
        var body = Encoding.UTF8.GetBytes(events.ToJsonString());
        await network.DeliverAsync(body);
        lock (_delivered)
        {
            _delivered.Add(body);
        }
    }

    private List<SentMessage> New(int count) => [.. Enumerable.Range(0, count).Select(_ => new SentMessage($"{id}-{_number++}"))];

    private JsonNode Events(List<SentMessage> messages)
    {
        var events = messages.ConvertAll(m => WebhookEvent.Of(id, "message", m.Id, 1));
        return events.Count == 1 ? events[0] : new JsonArray([.. events]);
    }
}

using System.Text;
using System.Text.Json.Nodes;

namespace SocialCrm.Chaos.Tests;

/// <summary>
/// Somebody who writes one thing after another: messages by themselves and several at once, edits, and now and then the
/// network delivers again what it had delivered. Each is sent until it is acknowledged, as networks do.
/// </summary>
internal sealed class Author(string id, int seed, Network network, SemaphoreSlim turns)
{
    private readonly Random _random = new(seed);
    private readonly List<SentMessage> _messages = [];
    private readonly List<byte[]> _delivered = [];
    private int _number;

    public string Id => id;

    /// <summary>What was acknowledged, in the order in which it was first sent.</summary>
    public IReadOnlyList<SentMessage> Messages => _messages;

    public async Task WriteAsync(CancellationToken enough)
    {
        while (await HasTurnAsync(enough))
        {
            await (_random.Next(10) switch
            {
                < 5 => SendNewAsync(1),
                < 7 => SendNewAsync(_random.Next(2, 5)),
                < 9 when _messages.Count > 0 => EditAsync(_messages[_random.Next(_messages.Count)]),
                _ when _delivered.Count > 0 => network.DeliverAsync(_delivered[_random.Next(_delivered.Count)]),
                _ => SendNewAsync(1),
            });
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
        var messages = Enumerable.Range(0, count).Select(_ => new SentMessage($"{id}-{_number++}")).ToList();
        var events = messages.ConvertAll(m => Event("message", m.Id, 1));
        await SendAsync(count == 1 ? events[0] : (JsonNode)new JsonArray([.. events]));
        _messages.AddRange(messages);
    }

    private async Task EditAsync(SentMessage message)
    {
        await SendAsync(Event("edited", message.Id, message.Revision + 1));
        message.Revision++;
    }

    private async Task SendAsync(JsonNode events)
    {
        var body = Encoding.UTF8.GetBytes(events.ToJsonString());
        await network.DeliverAsync(body);
        _delivered.Add(body);
    }

    private JsonObject Event(string type, string message, int revision) => new JsonObject
    {
        ["type"] = type,
        ["data"] = new JsonObject
        {
            ["id"] = message,
            ["revision"] = revision,
            ["author"] = new JsonObject { ["id"] = id, ["name"] = id },
            ["thread"] = $"thread of {id}",
            ["text"] = SentMessage.TextOf(message, revision),
        },
    };
}

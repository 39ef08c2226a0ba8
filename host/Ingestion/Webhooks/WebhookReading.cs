using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>A request as it was read: what is to be stored, and what to answer for each of its messages.</summary>
internal sealed class WebhookReading
{
    private readonly List<WebhookItemAnswer> _answers = [];
    private readonly List<InboxItem> _items = [];
    private bool _isBatch;

    public required RawEvent Raw { get; init; }

    public IReadOnlyList<InboxItem> Items => _items;

    public static WebhookReading Of(ConfiguredChannel channel, ParsedRequest parsed, byte[] body, string? mediaType, DateTime now)
    {
        var raw = new RawEvent
        {
            TenantId = channel.TenantId,
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            ChannelId = channel.Id,
            ContentType = mediaType is { Length: <= 256 } ? InboundText.Normalise(mediaType) : null,
            Body = body,
            ReceivedAt = now,
        };
        var reading = new WebhookReading { Raw = raw, _isBatch = parsed.IsBatch };
        foreach (var item in parsed.Items)
        {
            reading.Take(channel, item);
        }

        return reading;
    }

    public WebhookAnswer Answer() => new(_items.Count, _answers);

    /// <summary>The answer when no message of the request was acceptable.</summary>
    public ProblemHttpResult Refusal() => Problems.Invalid(_answers.ToDictionary(
        a => Path(a.Index, a.Field ?? ""), a => new[] { a.Error! }, StringComparer.Ordinal));

    // A plugin names the place in the request; the host's own rules only the field.
    private string Path(int index, string field) =>
        !_isBatch || field.StartsWith('[') ? field : $"[{index}].{field}".TrimEnd('.');

    private void Take(ConfiguredChannel channel, ParsedItem item)
    {
        var index = _answers.Count;
        var (message, error) = item.Message is null ? (null, item.Error) : InboundRules.Check(item.Message);
        if (message is null)
        {
            _answers.Add(new WebhookItemAnswer(index, false, item.Message?.ExternalId, error!.Field, error.Message));
            return;
        }

        _answers.Add(new WebhookItemAnswer(index, true, message.ExternalId, null, null));
        _items.Add(InboxItem.Live(channel, Raw, index, message));
    }
}

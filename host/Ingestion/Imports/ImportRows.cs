using SocialCrm.Host.Channels;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>The rows of a block: those for the inbox, and those that were refused.</summary>
internal sealed class ImportRows(ConfiguredChannel channel, Guid importId, RawEvent raw, LaneHints hints)
{
    private readonly List<InboxItem> _items = [];
    private readonly List<ImportError> _errors = [];

    public IReadOnlyList<InboxItem> Items => _items;

    public IReadOnlyList<ImportError> Errors => _errors;

    public void Take(ImportedRow row)
    {
        var (message, error) = row.Message is null ? (null, row.Error) : InboundRules.Check(row.Message);
        if (message is null)
        {
            _errors.Add(new ImportError { TenantId = channel.TenantId, ImportId = importId, Line = row.Line, Field = error!.Field, Message = error.Message });
            return;
        }

        _items.Add(new InboxItem
        {
            TenantId = channel.TenantId,
            Class = LaneClass.Import,
            Bucket = hints.BucketOf(channel.IdentityScope, message),
            ChannelId = channel.Id,
            RawEventId = raw.Id,
            RawIndex = (int)Math.Min(row.Line, int.MaxValue),
            Payload = IngestionJson.Write(message),
            ReceivedAt = raw.ReceivedAt,
            ImportId = importId,
        });
    }
}

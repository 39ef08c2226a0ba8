using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Import.Reading;

/// <summary>Makes a message of a row's cells, or says which field is at fault.</summary>
internal sealed class RowReading(ImportMapping mapping)
{
    private const int LongestId = 512;
    private const int LongestName = 256;
    private const int LongestText = 100_000;

    public ImportedRow Read(long line, Func<string, string?> cell)
    {
        var row = new Row(mapping, cell);
        var message = Message(row);
        return row.Error is { } error ? new ImportedRow { Line = line, Error = error } : new ImportedRow { Line = line, Message = message };
    }

    private static InboundMessage Message(Row row)
    {
        var direction = row.Parsed(ImportFields.Direction, Values.Direction, "must be inbound or outbound.") ?? MessageDirection.Inbound;
        var inReplyTo = row.Optional(ImportFields.InReplyTo, LongestId);
        var kind = row.Parsed(ImportFields.Kind, Values.Kind, "must be post, comment, reply, mention, direct or review.");
        var files = Files.Read(row.Text(ImportFields.Attachments));
        return new InboundMessage
        {
            ExternalId = row.Needed(ImportFields.Id, LongestId) ?? "",
            Direction = direction,
            Kind = kind ?? (inReplyTo is null ? MessageKind.Comment : MessageKind.Reply),
            Author = Author(row, direction),
            Thread = row.Optional(ImportFields.Thread, LongestId),
            InReplyTo = inReplyTo,
            Text = (files is [_, ..] ? row.Optional(ImportFields.Text, LongestText) : row.Needed(ImportFields.Text, LongestText)) ?? "",
            Url = row.Checked(ImportFields.Url, Values.IsWebAddress, "must begin with http:// or https://."),
            IsPublic = row.Parsed(ImportFields.Public, Values.Flag, "must be true or false.") ?? kind != MessageKind.Direct,
            OccurredAt = Time(row),
            Topics = Topics(row),
            Attachments = row.Each(ImportFields.Attachments, files, f => Values.IsWebAddress(f.Url!), "must hold addresses that begin with http:// or https://."),
        };
    }

    private static MessageAuthor? Author(Row row, MessageDirection direction)
    {
        var id = direction == MessageDirection.Outbound ? row.Optional(ImportFields.AuthorId, LongestId) : row.Needed(ImportFields.AuthorId, LongestId);
        return id is null ? null : new MessageAuthor
        {
            Id = id,
            Handle = row.Optional(ImportFields.AuthorHandle, LongestName)?.TrimStart('@'),
            Name = row.Optional(ImportFields.AuthorName, LongestName),
        };
    }

    // A mapped time that is missing would put a message of years ago at the top of today's list.
    private static DateTime? Time(Row row) => row.IsMapped(ImportFields.At) && row.Needed(ImportFields.At, LongestName) is not null
        ? row.Parsed(ImportFields.At, Values.Time, "must be a time such as 2025-03-01T09:30:00Z, or Unix seconds.")
        : null;

    private static string[] Topics(Row row) => row.Text(ImportFields.Topic) is { } text
        ? [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(t => t.Length <= 100).Take(20)]
        : [];
}

using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Import.Reading;

/// <summary>Guesses from the names of columns what they hold. A column is suggested for one field at most.</summary>
internal static class Suggestion
{
    private static readonly (string Field, string[] Names)[] Known =
    [
        (ImportFields.Id, ["id", "messageid", "tweetid", "postid", "commentid", "externalid"]),
        (ImportFields.Text, ["text", "body", "message", "content", "comment"]),
        (ImportFields.AuthorId, ["authorid", "userid", "customerid", "fromid", "senderid", "author", "user", "from", "sender"]),
        (ImportFields.AuthorHandle, ["authorhandle", "handle", "username", "userhandle", "screenname", "userscreenname"]),
        (ImportFields.AuthorName, ["authorname", "name", "displayname", "fullname", "customername", "fromname"]),
        (ImportFields.At, ["at", "createdat", "date", "time", "timestamp", "created", "sentat", "occurredat", "datetime"]),
        (ImportFields.Direction, ["direction"]),
        (ImportFields.Thread, ["thread", "threadid", "conversation", "conversationid", "ticketid", "ticket"]),
        (ImportFields.InReplyTo, ["inreplyto", "inreplytoid", "inresponsetotweetid", "replyto", "replytoid", "parentid", "parent"]),
        (ImportFields.Kind, ["kind", "messagetype"]),
        (ImportFields.Public, ["public", "ispublic"]),
        (ImportFields.Url, ["url", "link", "permalink"]),
        (ImportFields.Attachments, ["attachments", "attachmenturls", "attachmenturl", "mediaurls", "mediaurl", "fileurls", "fileurl", "imageurl"]),
        (ImportFields.Topic, ["topic", "topics", "company", "brand", "product", "category", "tag", "tags"]),
    ];

    public static ImportMapping For(string format, IReadOnlyList<string> columns)
    {
        var mapping = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, names) in Known)
        {
            var column = names.Select(name => columns.FirstOrDefault(c => Plain(c) == name && !mapping.ContainsValue(c))).FirstOrDefault(c => c is not null);
            if (column is not null)
            {
                mapping[field] = column;
            }
        }

        return new ImportMapping { Format = format, Columns = mapping };
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}

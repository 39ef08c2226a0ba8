using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>What a list of conversations shows of a message.</summary>
internal sealed record LastMessage(MessageDirection Direction, string? Preview, int Attachments, ConversationLabels Labels)
{
    private const int LongestPreview = 200;

    public static async Task<Dictionary<Guid, LastMessage>> OfAsync(CrmDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        // Only the beginning of the text travels: a message may have 100,000 characters.
        var rows = await db.Set<Interaction>().AsNoTracking().Where(m => ids.Contains(m.Id))
            .Select(m => new
            {
                m.Id,
                m.Direction,
                Text = m.Text == null ? null : m.Text.Substring(0, LongestPreview),
                m.AttachmentCount,
                m.Labels.Type,
                m.Labels.Sentiment,
                m.Labels.Urgency,
                m.Labels.Language,
            }).ToListAsync(ct);
        return rows.ToDictionary(
            m => m.Id,
            m => new LastMessage(m.Direction, Cut(m.Text), m.AttachmentCount, new ConversationLabels(
                LabelCodes.Value(Facets.Type, m.Type),
                LabelCodes.Value(Facets.Sentiment, m.Sentiment),
                LabelCodes.Value(Facets.Urgency, m.Urgency),
                m.Language)));
    }

    // Databases count code points, we UTF-16 units; a character of two units is not cut in half.
    private static string? Cut(string? text) => text is not { Length: > LongestPreview }
        ? text
        : text[..(char.IsHighSurrogate(text[LongestPreview - 1]) ? LongestPreview - 1 : LongestPreview)];
}

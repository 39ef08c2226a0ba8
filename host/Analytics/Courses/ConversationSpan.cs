using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>A time in which a conversation was not resolved and it was one side's turn.</summary>
public sealed class ConversationSpan : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid ConversationId { get; init; }

    public required int Number { get; init; }

    public required Guid ChannelId { get; init; }

    /// <summary>True while the customer waited for us, false while we waited for the customer.</summary>
    public required bool Ours { get; init; }

    public required DateTime FromAt { get; init; }

    /// <summary>Null while it lasts.</summary>
    public DateTime? UntilAt { get; set; }

    /// <summary>What it adds to the count of open conversations, and takes off again.</summary>
    internal IEnumerable<(OpenCell Cell, int Change)> Changes()
    {
        yield return (new OpenCell(Slots.Of(FromAt), ChannelId, Ours), 1);
        if (UntilAt is { } until)
        {
            yield return (new OpenCell(Slots.Of(until), ChannelId, Ours), -1);
        }
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ConversationSpan>
    {
        public void Configure(EntityTypeBuilder<ConversationSpan> builder)
        {
            builder.ToTable("conversation_spans").HasKey(s => new { s.TenantId, s.ConversationId, s.Number });
            builder.HasIndex(s => new { s.TenantId, s.UntilAt, s.FromAt });
        }
    }
}

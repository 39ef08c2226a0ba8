using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

/// <summary>A file of a message, of a note, or one that was uploaded for either.</summary>
public sealed class Attachment : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required Guid ConversationId { get; init; }

    public Guid? InteractionId { get; set; }

    public Guid? NoteId { get; set; }

    /// <summary>Its place among those of the message.</summary>
    public short Position { get; set; }

    /// <summary>Made safe to show; never a path.</summary>
    public required string Name { get; init; }

    /// <summary>What the sender said it is.</summary>
    public string? DeclaredType { get; init; }

    /// <summary>What its content shows; null until it is stored.</summary>
    public string? Type { get; set; }

    /// <summary>In bytes: as declared until it is stored.</summary>
    public long? Size { get; set; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public string? Hash { get; set; }

    /// <summary>Of an image that can be shown, in pixels.</summary>
    public int? Width { get; set; }

    public int? Height { get; set; }

    public AttachmentState State { get; set; }

    public string? Reason { get; set; }

    /// <summary>Where it is fetched; null where the content came along or was uploaded. Never shown.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Where its content lies.</summary>
    public Guid? FileId { get; set; }

    /// <summary>Who uploaded it: a person or an API key.</summary>
    public Guid? UploadedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Pending: the next attempt. Draft: when it is let go. Stored: since when.</summary>
    public required DateTime DueAt { get; set; }

    public int Attempts { get; set; }

    public DateTime? LeasedUntil { get; set; }

    /// <summary>Raised by each claim and by attaching; whoever finds another number has lost it.</summary>
    public long Epoch { get; set; }

    internal static readonly SqlTable<Attachment> Table = new(
        "attachments",
        new("tenant_id", SqlType.Uuid, a => a.TenantId),
        new("id", SqlType.Uuid, a => a.Id),
        new("conversation_id", SqlType.Uuid, a => a.ConversationId),
        new("interaction_id", SqlType.Uuid, a => a.InteractionId),
        new("position", SqlType.SmallInt, a => a.Position),
        new("name", SqlType.Text, a => a.Name),
        new("declared_type", SqlType.Text, a => a.DeclaredType),
        new("type", SqlType.Text, a => a.Type),
        new("size", SqlType.BigInt, a => a.Size),
        new("hash", SqlType.Text, a => a.Hash),
        new("width", SqlType.Integer, a => a.Width),
        new("height", SqlType.Integer, a => a.Height),
        new("state", SqlType.SmallInt, a => (short)a.State),
        new("source_url", SqlType.Text, a => a.SourceUrl),
        new("file_id", SqlType.Uuid, a => a.FileId),
        new("uploaded_by", SqlType.Uuid, a => a.UploadedBy),
        new("created_at", SqlType.Timestamp, a => a.CreatedAt),
        new("due_at", SqlType.Timestamp, a => a.DueAt),
        new("attempts", SqlType.Integer, a => a.Attempts),
        new("epoch", SqlType.BigInt, a => a.Epoch));

    internal sealed class Configuration : IEntityTypeConfiguration<Attachment>
    {
        public void Configure(EntityTypeBuilder<Attachment> builder)
        {
            builder.ToTable("attachments").HasKey(a => new { a.TenantId, a.Id });
            builder.HasIndex(a => new { a.TenantId, a.InteractionId });
            builder.HasIndex(a => new { a.TenantId, a.NoteId });
            builder.HasIndex(a => new { a.State, a.DueAt });
            builder.Property(a => a.Name).HasMaxLength(AttachmentName.Longest);
            builder.Property(a => a.DeclaredType).HasMaxLength(127);
            builder.Property(a => a.Type).HasMaxLength(127);
            builder.Property(a => a.Hash).HasMaxLength(64);
            builder.Property(a => a.State).HasConversion<short>();
            builder.Property(a => a.Reason).HasMaxLength(500);
            builder.Property(a => a.SourceUrl).HasMaxLength(2048);
            builder.Property(a => a.Epoch).IsConcurrencyToken();
        }
    }
}

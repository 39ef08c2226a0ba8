using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Mail;

/// <summary>
/// An e-mail to a person, written by the transaction that causes it and handed to the mail server after. People are above
/// tenants, and so is what the server writes to them.
/// </summary>
public sealed class OutgoingMail
{
    public const int LongestSubject = 200;
    public const int LongestReason = 1000;

    public required Guid Id { get; init; }

    /// <summary>What it is about, such as "invitation".</summary>
    public required string Kind { get; init; }

    public required string Address { get; init; }

    public required string Subject { get; init; }

    /// <summary>Its words, encrypted, for they may hold a link that opens an account; gone once it was sent.</summary>
    public byte[]? Content { get; set; }

    public MailState State { get; set; }

    public int Attempts { get; set; }

    public required DateTime DueAt { get; set; }

    public DateTime? LeasedUntil { get; set; }

    /// <summary>Raised by each claim; a holder that lost its lease finds another number and writes nothing.</summary>
    public long Fence { get; set; }

    public string? Reason { get; set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? SentAt { get; set; }

    /// <summary>For those who write mails in a batch's transaction.</summary>
    internal static readonly SqlTable<OutgoingMail> Table = new(
        "mails",
        new("id", SqlType.Uuid, m => m.Id),
        new("kind", SqlType.Text, m => m.Kind),
        new("address", SqlType.Text, m => m.Address),
        new("subject", SqlType.Text, m => m.Subject),
        new("content", SqlType.Bytes, m => m.Content),
        new("state", SqlType.SmallInt, m => (short)m.State),
        new("attempts", SqlType.Integer, m => m.Attempts),
        new("due_at", SqlType.Timestamp, m => m.DueAt),
        new("fence", SqlType.BigInt, m => m.Fence),
        new("created_at", SqlType.Timestamp, m => m.CreatedAt));

    internal sealed class Configuration : IEntityTypeConfiguration<OutgoingMail>
    {
        public void Configure(EntityTypeBuilder<OutgoingMail> builder)
        {
            builder.ToTable("mails").HasKey(m => m.Id);
            builder.Property(m => m.Id).ValueGeneratedNever();
            builder.HasIndex(m => new { m.State, m.DueAt });
            builder.Property(m => m.State).HasConversion<short>();
            builder.Property(m => m.Kind).HasMaxLength(32);
            builder.Property(m => m.Address).HasMaxLength(254);
            builder.Property(m => m.Subject).HasMaxLength(LongestSubject);
            builder.Property(m => m.Reason).HasMaxLength(LongestReason);
            builder.Property(m => m.Fence).IsConcurrencyToken();
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Notifications;

/// <summary>
/// Something that a person should know. Of one kind and about one thing there is at most one unread: what happens again
/// meanwhile raises its count. It holds no words of a customer; those are read where they belong.
/// </summary>
public sealed class Notification : ITenantOwned
{
    public const int LongestText = 256;

    public required Guid TenantId { get; init; }

    public required Guid UserId { get; init; }

    public required Guid Id { get; init; }

    public required NotificationKind Kind { get; init; }

    /// <summary>What it is about: within this it is collapsed.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Where it leads: a conversation or a channel; empty for the dead letters.</summary>
    public required Guid TargetId { get; init; }

    /// <summary>The colleague or the rule behind it.</summary>
    public required string Actor { get; init; }

    /// <summary>The channel or the file, or why.</summary>
    public required string About { get; init; }

    public int Count { get; init; }

    /// <summary>When it happened first since the last reading.</summary>
    public required DateTime Since { get; init; }

    /// <summary>When it happened last.</summary>
    public required DateTime At { get; init; }

    public DateTime? ReadAt { get; set; }

    /// <summary>False when the person wants this kind by e-mail alone.</summary>
    public bool InApp { get; init; }

    /// <summary>The e-mail that is still to be written.</summary>
    public MailTiming Mail { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Notification>
    {
        public void Configure(EntityTypeBuilder<Notification> builder)
        {
            builder.ToTable("notifications").HasKey(n => new { n.TenantId, n.UserId, n.Id });
            builder.Property(n => n.Kind).HasConversion<short>();
            builder.Property(n => n.Mail).HasConversion<short>();
            builder.Property(n => n.Actor).HasMaxLength(LongestText);
            builder.Property(n => n.About).HasMaxLength(LongestText);
            builder.HasIndex(n => new { n.TenantId, n.UserId, n.Kind, n.SubjectId }).IsUnique().HasFilter("read_at IS NULL").HasDatabaseName("ix_notifications_unread");
            builder.HasIndex(n => new { n.TenantId, n.UserId, n.At, n.Id });
            builder.HasIndex(n => new { n.Mail, n.Since }).HasFilter("mail <> 0");
            builder.HasIndex(n => n.At);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Notifications;

/// <summary>What a person chose for a kind; without a row the usual holds.</summary>
public sealed class NotificationChoice : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid UserId { get; init; }

    public required NotificationKind Kind { get; init; }

    public bool InApp { get; set; }

    public MailTiming Mail { get; set; }

    /// <summary>What needs somebody soon is mailed at once, the rest of one's work each morning.</summary>
    public static MailTiming UsualMail(NotificationKind kind) => kind switch
    {
        NotificationKind.Mention or NotificationKind.ReplyFailed or NotificationKind.ChannelStopped => MailTiming.AtOnce,
        NotificationKind.Rule or NotificationKind.Assigned or NotificationKind.DeadLetters => MailTiming.Daily,
        NotificationKind.ImportFinished => MailTiming.Off,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<NotificationChoice>
    {
        public void Configure(EntityTypeBuilder<NotificationChoice> builder)
        {
            builder.ToTable("notification_choices").HasKey(c => new { c.TenantId, c.UserId, c.Kind });
            builder.Property(c => c.Kind).HasConversion<short>();
            builder.Property(c => c.Mail).HasConversion<short>();
        }
    }
}

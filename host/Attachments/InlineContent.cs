using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

/// <summary>Small content that came along with a message; it waits here until it is looked at and stored like all others.</summary>
public sealed class InlineContent : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid AttachmentId { get; init; }

    public required byte[] Bytes { get; init; }

    internal static readonly SqlTable<InlineContent> Table = new(
        "attachment_inline",
        new("tenant_id", SqlType.Uuid, c => c.TenantId),
        new("attachment_id", SqlType.Uuid, c => c.AttachmentId),
        new("bytes", SqlType.Bytes, c => c.Bytes));

    internal sealed class Configuration : IEntityTypeConfiguration<InlineContent>
    {
        public void Configure(EntityTypeBuilder<InlineContent> builder) =>
            builder.ToTable("attachment_inline").HasKey(c => new { c.TenantId, c.AttachmentId });
    }
}

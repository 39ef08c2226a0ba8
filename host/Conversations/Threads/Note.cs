using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>A remark for colleagues, never sent to the customer.</summary>
public sealed class Note : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required Guid ConversationId { get; init; }

    public required string Text { get; init; }

    /// <summary>The person; null for an API key, whose name then stands in <see cref="AuthorName"/>.</summary>
    public Guid? AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required DateTime At { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Note>
    {
        public void Configure(EntityTypeBuilder<Note> builder)
        {
            builder.ToTable("notes").HasKey(n => new { n.TenantId, n.Id });
            builder.HasIndex(n => new { n.TenantId, n.ConversationId, n.At });
            builder.Property(n => n.AuthorName).HasMaxLength(256);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Customers;

/// <summary>An account on a network, known by the network's stable id.</summary>
public sealed class Identity : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Merging customers and undoing it moves this pointer and nothing else.</summary>
    public required Guid CustomerId { get; set; }

    /// <summary>The channel on which we met it first.</summary>
    public required Guid ChannelId { get; init; }

    /// <summary>Within what the id is unique: a channel or a network.</summary>
    public required string Scope { get; init; }

    public required string ExternalId { get; init; }

    public string? Handle { get; set; }

    public string? Name { get; set; }

    public string? ProfileUrl { get; set; }

    public long? Followers { get; set; }

    /// <summary>The time of the message that brought handle, name and followers: an older one does not undo them.</summary>
    public required DateTime ProfileAt { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Since when what it writes is set aside; null while it is heard.</summary>
    public DateTime? BlockedAt { get; set; }

    /// <summary>The person or key that blocked it.</summary>
    public Guid? BlockedBy { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Identity>
    {
        public void Configure(EntityTypeBuilder<Identity> builder)
        {
            builder.ToTable("identities").HasKey(i => new { i.TenantId, i.Id });
            builder.HasIndex(i => new { i.TenantId, i.Scope, i.ExternalId }).IsUnique();
            builder.HasIndex(i => new { i.TenantId, i.CustomerId });
            builder.HasIndex(i => new { i.TenantId, i.BlockedAt }).HasFilter("blocked_at IS NOT NULL");
            builder.Property(i => i.Scope).HasMaxLength(100);
            builder.Property(i => i.ExternalId).HasMaxLength(512);
            builder.Property(i => i.Handle).HasMaxLength(256);
            builder.Property(i => i.Name).HasMaxLength(256);
            builder.Property(i => i.ProfileUrl).HasMaxLength(2048);
        }
    }
}

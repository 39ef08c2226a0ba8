using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Customers;

/// <summary>A person or organisation behind one or more identities.</summary>
public sealed class Customer : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The name that a person gave; null while the identities' names serve.</summary>
    public string? Name { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The customer that this one was merged into; that one may have been merged in turn.</summary>
    public Guid? MergedInto { get; set; }

    /// <summary>When it was merged, and by whom.</summary>
    public DateTime? MergedAt { get; set; }

    public string? MergedBy { get; set; }

    /// <summary>Raised by each merge and undo that this customer has a part in: of two at the same time one runs again.</summary>
    public long Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Customer>
    {
        public void Configure(EntityTypeBuilder<Customer> builder)
        {
            builder.ToTable("customers").HasKey(c => new { c.TenantId, c.Id });
            builder.Property(c => c.Name).HasMaxLength(256);
            builder.Property(c => c.MergedBy).HasMaxLength(256);
            builder.Property(c => c.Version).HasDefaultValue(0L).IsConcurrencyToken();
            builder.HasIndex(c => new { c.TenantId, c.MergedInto }).HasFilter("merged_into IS NOT NULL");
        }
    }
}

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

    internal sealed class Configuration : IEntityTypeConfiguration<Customer>
    {
        public void Configure(EntityTypeBuilder<Customer> builder)
        {
            builder.ToTable("customers").HasKey(c => new { c.TenantId, c.Id });
            builder.Property(c => c.Name).HasMaxLength(256);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Classification;

/// <summary>A person's label in place of the machine's, kept to measure and to teach the classifier.</summary>
public sealed class Correction : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required Guid InteractionId { get; init; }

    public required string Facet { get; init; }

    public required string Value { get; init; }

    public string? PreviousValue { get; init; }

    public string? ModelVersion { get; init; }

    /// <summary>The person, or the API key of the program in which a person did it.</summary>
    public required Guid AuthorId { get; init; }

    public required DateTime At { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Correction>
    {
        public void Configure(EntityTypeBuilder<Correction> builder)
        {
            builder.ToTable("corrections").HasKey(c => new { c.TenantId, c.Id });
            builder.HasIndex(c => new { c.TenantId, c.InteractionId });
            builder.Property(c => c.Facet).HasMaxLength(64);
            builder.Property(c => c.Value).HasMaxLength(64);
            builder.Property(c => c.PreviousValue).HasMaxLength(64);
            builder.Property(c => c.ModelVersion).HasMaxLength(64);
        }
    }
}

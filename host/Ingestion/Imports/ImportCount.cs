using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>What became of an import's messages in one batch. Appended, and summed where it is asked for.</summary>
public sealed class ImportCount : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid ImportId { get; init; }

    public required Guid Id { get; init; }

    public required int Accepted { get; init; }

    public required int Duplicates { get; init; }

    public required int Failed { get; init; }

    internal static readonly SqlTable<ImportCount> Table = new(
        "import_counts",
        new("tenant_id", SqlType.Uuid, c => c.TenantId),
        new("import_id", SqlType.Uuid, c => c.ImportId),
        new("id", SqlType.Uuid, c => c.Id),
        new("accepted", SqlType.Integer, c => c.Accepted),
        new("duplicates", SqlType.Integer, c => c.Duplicates),
        new("failed", SqlType.Integer, c => c.Failed));

    internal sealed class Configuration : IEntityTypeConfiguration<ImportCount>
    {
        public void Configure(EntityTypeBuilder<ImportCount> builder) =>
            builder.ToTable("import_counts").HasKey(c => new { c.TenantId, c.ImportId, c.Id });
    }
}

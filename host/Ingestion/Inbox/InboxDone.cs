using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// The inbox ids that one batch applied, until the sweep has deleted them. A row below its lane's low-water mark that
/// stands in no such list was committed late, and the sweep puts it back above the mark.
/// </summary>
public sealed class InboxDone : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>A JSON array of inbox ids.</summary>
    public required string ItemIds { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<InboxDone>
    {
        public void Configure(EntityTypeBuilder<InboxDone> builder) =>
            builder.ToTable("inbox_done").HasKey(d => new { d.TenantId, d.Id });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

/// <summary>
/// That content lies, or may lie, in the store under this id. The row is there before the first byte and after the last, so
/// that whatever a crash leaves behind is found; the transaction that refers to the content keeps it.
/// </summary>
public sealed class StoredFile : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required StoredFileState State { get; set; }

    /// <summary>In bytes; 0 until it is kept.</summary>
    public long Size { get; set; }

    public required DateTime TouchedAt { get; set; }

    internal static readonly SqlTable<StoredFile> Table = new(
        "stored_files",
        new("tenant_id", SqlType.Uuid, f => f.TenantId),
        new("id", SqlType.Uuid, f => f.Id),
        new("state", SqlType.SmallInt, f => (short)f.State),
        new("size", SqlType.BigInt, f => f.Size),
        new("touched_at", SqlType.Timestamp, f => f.TouchedAt));

    internal sealed class Configuration : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> builder)
        {
            builder.ToTable("stored_files").HasKey(f => new { f.TenantId, f.Id });
            builder.HasIndex(f => new { f.TenantId, f.Size });
            builder.HasIndex(f => new { f.State, f.TouchedAt });
            builder.Property(f => f.State).HasConversion<short>();
        }
    }
}

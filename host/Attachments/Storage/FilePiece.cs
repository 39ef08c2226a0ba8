using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

/// <summary>A piece of a file that lies in the database.</summary>
public sealed class FilePiece : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid FileId { get; init; }

    public required int Number { get; init; }

    public required byte[] Bytes { get; init; }

    internal static readonly SqlTable<FilePiece> Table = new(
        "file_pieces",
        new("tenant_id", SqlType.Uuid, p => p.TenantId),
        new("file_id", SqlType.Uuid, p => p.FileId),
        new("number", SqlType.Integer, p => p.Number),
        new("bytes", SqlType.Bytes, p => p.Bytes));

    internal sealed class Configuration : IEntityTypeConfiguration<FilePiece>
    {
        public void Configure(EntityTypeBuilder<FilePiece> builder) =>
            builder.ToTable("file_pieces").HasKey(p => new { p.TenantId, p.FileId, p.Number });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>A piece of an uploaded file. It lies in the database so that any node can read it; it goes when the import ends.</summary>
public sealed class ImportFile : ITenantOwned
{
    /// <summary>Every piece but the last has this size.</summary>
    public const int PieceSize = 256 * 1024;

    public required Guid TenantId { get; init; }

    public required Guid ImportId { get; init; }

    public required int Number { get; init; }

    public required byte[] Bytes { get; init; }

    internal static readonly SqlTable<ImportFile> Table = new(
        "import_files",
        new("tenant_id", SqlType.Uuid, f => f.TenantId),
        new("import_id", SqlType.Uuid, f => f.ImportId),
        new("number", SqlType.Integer, f => f.Number),
        new("bytes", SqlType.Bytes, f => f.Bytes));

    /// <summary>The bytes from a place in the file, at most <paramref name="most"/>.</summary>
    internal static async Task<ReadOnlyMemory<byte>> ReadAsync(SqlSession session, Guid tenantId, Guid importId, long from, int most, CancellationToken ct)
    {
        var (first, last) = ((int)(from / PieceSize), (int)((from + most - 1) / PieceSize));
        var pieces = await session.QueryAsync(
            "SELECT bytes FROM import_files WHERE tenant_id = @tenant AND import_id = @import AND number BETWEEN @first AND @last ORDER BY number",
            new() { ["tenant"] = tenantId, ["import"] = importId, ["first"] = first, ["last"] = last },
            row => row.GetFieldValue<byte[]>(0),
            ct);
        var bytes = new byte[pieces.Sum(p => p.Length)];
        var at = 0;
        foreach (var piece in pieces)
        {
            piece.CopyTo(bytes, at);
            at += piece.Length;
        }

        var skip = Math.Min((int)(from % PieceSize), bytes.Length);
        return bytes.AsMemory(skip, Math.Min(most, bytes.Length - skip));
    }

    /// <summary>Forgets the file and the answers that waited: nothing reads them any more.</summary>
    internal static async Task ForgetAsync(SqlSession session, Guid tenantId, Guid importId, CancellationToken ct)
    {
        var key = new SqlParameters { ["tenant"] = tenantId, ["import"] = importId };
        await session.ExecuteAsync("DELETE FROM import_files WHERE tenant_id = @tenant AND import_id = @import", key, ct);
        await session.ExecuteAsync("DELETE FROM import_waiting WHERE tenant_id = @tenant AND import_id = @import", key, ct);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ImportFile>
    {
        public void Configure(EntityTypeBuilder<ImportFile> builder) =>
            builder.ToTable("import_files").HasKey(f => new { f.TenantId, f.ImportId, f.Number });
    }
}

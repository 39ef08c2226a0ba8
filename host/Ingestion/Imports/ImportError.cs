using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>A row of a file that was not taken in.</summary>
public sealed class ImportError : ITenantOwned
{
    public const int LongestMessage = 1000;

    public required Guid TenantId { get; init; }

    public required Guid ImportId { get; init; }

    public required long Line { get; init; }

    public required string Field { get; init; }

    public required string Message { get; init; }

    internal static readonly SqlTable<ImportError> Table = new(
        "import_errors",
        new("tenant_id", SqlType.Uuid, e => e.TenantId),
        new("import_id", SqlType.Uuid, e => e.ImportId),
        new("line", SqlType.BigInt, e => e.Line),
        new("field", SqlType.Text, e => Cut(e.Field, 100)),
        new("message", SqlType.Text, e => Cut(e.Message, LongestMessage)));

    private static string Cut(string text, int most) => InboundText.Normalise(text.Length > most ? text[..most] : text);

    internal sealed class Configuration : IEntityTypeConfiguration<ImportError>
    {
        public void Configure(EntityTypeBuilder<ImportError> builder)
        {
            builder.ToTable("import_errors").HasKey(e => new { e.TenantId, e.ImportId, e.Line });
            builder.Property(e => e.Field).HasMaxLength(100);
            builder.Property(e => e.Message).HasMaxLength(LongestMessage);
        }
    }
}

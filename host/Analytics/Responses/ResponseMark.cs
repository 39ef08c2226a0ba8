using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>
/// A conversation whose course is to be reckoned again, written by the transaction that changed its messages or its status.
/// Reckoned from all that is stored of it, what arrives late or in any order (imported history) comes out right.
/// </summary>
public sealed class ResponseMark : ITenantOwned
{
    public long Id { get; init; }

    public required Guid TenantId { get; init; }

    public required Guid ConversationId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ResponseMark>
    {
        public void Configure(EntityTypeBuilder<ResponseMark> builder) => builder.ToTable("response_marks").HasKey(m => m.Id);
    }
}

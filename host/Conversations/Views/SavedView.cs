using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>Filters of the inbox under a name: one person's own, or shared by all.</summary>
public sealed class SavedView : ITenantOwned
{
    public const int LongestName = 60;

    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Who made it; a view that is not shared is theirs alone.</summary>
    public required Guid OwnerId { get; init; }

    public required string Name { get; set; }

    public bool Shared { get; set; }

    public int Position { get; set; }

    /// <summary>A <see cref="ViewFilters"/> as JSON.</summary>
    public required string Filters { get; set; }

    public required DateTime CreatedAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<SavedView>
    {
        public void Configure(EntityTypeBuilder<SavedView> builder)
        {
            builder.ToTable("saved_views").HasKey(v => new { v.TenantId, v.Id });
            builder.HasIndex(v => new { v.TenantId, v.OwnerId });
            builder.Property(v => v.Name).HasMaxLength(LongestName);
        }
    }
}

/// <summary>What a view shows: the filters of the list of conversations, by the same names.</summary>
public sealed record ViewFilters(
    string? Status = null, Guid? Team = null, string? Assignee = null, Guid? Channel = null, string? Priority = null, string? Tag = null,
    IReadOnlyList<string>? Label = null, bool? Unanswered = null, string? Q = null, string? Sort = null)
{
    internal ConversationFilter ToFilter() =>
        new(Status, Team, Assignee, Channel, null, Priority, Tag, Label?.ToArray(), Unanswered, Q);

    internal string Write() => JsonSerializer.Serialize(this, ViewsJson.Default.ViewFilters);

    internal static ViewFilters Read(string json) => JsonSerializer.Deserialize(json, ViewsJson.Default.ViewFilters)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ViewFilters))]
internal sealed partial class ViewsJson : JsonSerializerContext;

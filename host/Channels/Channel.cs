using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Channels;

/// <summary>A configured account on a network. It is never removed: its messages keep pointing to it.</summary>
public sealed class Channel : ITenantOwned, IHasSettings
{
    public const int NameLength = 100;

    public Guid TenantId { get; init; }

    public Guid Id { get; init; }

    public string Connector { get; init; } = "";

    /// <summary>Kept from when the channel was made, so that its identities stay the same while the plugin is away.</summary>
    public IdentityScope IdentityScope { get; init; }

    public string Name { get; set; } = "";

    /// <summary>The settings but for the secret ones, as a JSON object.</summary>
    public string Settings { get; set; } = "{}";

    /// <summary>The secret settings as a JSON object, encrypted; null where there are none.</summary>
    public byte[]? Secrets { get; set; }

    /// <summary>Encrypted.</summary>
    public byte[] SigningSecret { get; set; } = [];

    /// <summary>The one before, encrypted, which senders may use until they have the new one.</summary>
    public byte[]? PreviousSigningSecret { get; set; }

    public DateTime? PreviousValidUntil { get; set; }

    public string WebhookToken { get; init; } = "";

    public bool Enabled { get; set; } = true;

    public DateTime CreatedAt { get; init; }

    public DateTime? DeletedAt { get; set; }

    /// <summary>Goes up with each change, so that a change under way elsewhere is noticed and cached connectors are renewed.</summary>
    public int Version { get; set; } = 1;
}

internal sealed class ChannelsTable : IEntityTypeConfiguration<Channel>
{
    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.ToTable("channels");
        builder.HasKey(c => new { c.TenantId, c.Id });
        builder.HasIndex(c => c.WebhookToken).IsUnique();
        builder.Property(c => c.Connector).HasMaxLength(64);
        builder.Property(c => c.Name).HasMaxLength(Channel.NameLength);
        builder.Property(c => c.WebhookToken).HasMaxLength(32);
        builder.Property(c => c.Version).IsConcurrencyToken();
    }
}

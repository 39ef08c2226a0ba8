using Microsoft.AspNetCore.Identity;

namespace SocialCrm.Host.Platform.Database;

/// <summary>What decides the shape of Identity's tables: the same for the server and for a context that stands alone.</summary>
internal static class IdentityTables
{
    public static IServiceProvider Shape { get; } = new ServiceCollection().Configure<IdentityOptions>(Configure).BuildServiceProvider();

    public static void Configure(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}

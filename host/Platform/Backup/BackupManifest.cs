using System.Text.Json.Serialization;

namespace SocialCrm.Host.Platform.Backup;

/// <summary>What a backup says of itself.</summary>
/// <param name="Version">The version of the server that made it.</param>
/// <param name="Database">The kind of database: sqlite or postgresql.</param>
/// <param name="Schema">The newest migration that the database had.</param>
/// <param name="MadeAt">When it was begun.</param>
/// <param name="Entries">Everything in it, each with its hash.</param>
internal sealed record BackupManifest(string Version, string Database, string Schema, DateTime MadeAt, IReadOnlyList<BackupEntry> Entries)
{
    public const string Name = "backup.json";
}

internal sealed record BackupEntry(string Name, long Length, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace SocialCrm.Host.Platform.Backup;

/// <summary>Writes a backup: one zip, each entry hashed as it goes in, what it says of itself last.</summary>
internal sealed class BackupWriter(Stream stream) : IAsyncDisposable
{
    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<BackupEntry> _entries = [];

    public async Task AddAsync(string name, string file, CancellationToken ct)
    {
        await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using var to = await _zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        using var hash = SHA256.Create();
        await using (var hashed = new CryptoStream(to, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            await from.CopyToAsync(hashed, ct);
        }

        _entries.Add(new BackupEntry(name, from.Position, Convert.ToHexStringLower(hash.Hash!)));
    }

    /// <summary>Adds what lies in a folder. A file that is taken away meanwhile was taken away by somebody: it is passed over.</summary>
    public async Task AddFolderAsync(string name, string folder, CancellationToken ct)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
        {
            if (File.Exists(file))
            {
                await AddAsync($"{name}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}", file, ct);
            }
        }
    }

    public async Task FinishAsync(Func<IReadOnlyList<BackupEntry>, BackupManifest> manifest, CancellationToken ct)
    {
        await using var to = await _zip.CreateEntry(BackupManifest.Name).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(to, manifest(_entries), BackupJson.Default.BackupManifest, ct);
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace SocialCrm.Host.Platform.Backup;

/// <summary>Reads a backup and takes nothing out of it that is not exactly what was put in.</summary>
internal sealed class BackupReader : IDisposable
{
    private readonly ZipArchive _zip;

    private BackupReader(ZipArchive zip, BackupManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    public static BackupReader Open(string file)
    {
        if (!File.Exists(file))
        {
            throw new BackupException($"There is no file {file}.");
        }

        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(file);
            using var stream = zip.GetEntry(BackupManifest.Name)?.Open() ?? throw new InvalidDataException();
            return new BackupReader(zip, JsonSerializer.Deserialize(stream, BackupJson.Default.BackupManifest) ?? throw new InvalidDataException());
        }
        catch (Exception error) when (error is InvalidDataException or JsonException)
        {
            zip?.Dispose();
            throw new BackupException($"{file} is not a backup of this server, or it is not whole: it may have been cut off while it was copied.");
        }
    }

    /// <summary>Takes everything out into a folder; a file whose hash is not as it was written stops it.</summary>
    public async Task ExtractAsync(string folder, CancellationToken ct)
    {
        foreach (var entry in Manifest.Entries)
        {
            var target = Path.GetFullPath(Path.Combine(folder, entry.Name));
            if (!target.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new BackupException($"The backup holds a name that leads out of its folder: {entry.Name}. Nothing was restored.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await ExtractAsync(entry, target, ct);
        }
    }

    public void Dispose() => _zip.Dispose();

    private async Task ExtractAsync(BackupEntry entry, string target, CancellationToken ct)
    {
        var found = _zip.GetEntry(entry.Name) ?? throw new BackupException($"The backup lacks {entry.Name}. Nothing was restored.");
        if (await CopyAsync(found, target, ct) != entry.Sha256)
        {
            throw new BackupException($"{entry.Name} in the backup is not as it was written. Nothing was restored; take another backup.");
        }
    }

    /// <summary>The hash of what was copied; null when it cannot even be unpacked.</summary>
    private static async Task<string?> CopyAsync(ZipArchiveEntry entry, string target, CancellationToken ct)
    {
        using var hash = SHA256.Create();
        try
        {
            await using var from = await entry.OpenAsync(ct);
            await using var to = new FileStream(target, FileMode.Create);
            await using (var hashed = new CryptoStream(to, hash, CryptoStreamMode.Write, leaveOpen: true))
            {
                await from.CopyToAsync(hashed, ct);
            }

            return Convert.ToHexStringLower(hash.Hash!);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

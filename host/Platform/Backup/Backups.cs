using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Platform.Backup;

/// <summary>One file that holds everything an installation is: the database with its key ring, the plugins and the files.</summary>
internal sealed class Backups(IDatabaseCopies copies, CrmDbContext db, IOptions<DatabaseOptions> options, TimeProvider time)
{
    private const string Database = "database";
    private static readonly string[] Folders = ["plugins", "files"];

    public async Task<BackupManifest> WriteAsync(string file, CancellationToken ct)
    {
        if (File.Exists(file))
        {
            throw new BackupException($"{file} is there already. Choose another name, or take it away first.");
        }

        if (await copies.IsEmptyAsync(ct))
        {
            throw new BackupException("There is nothing to back up: the database is empty. Give the same --data and --database as the server has.");
        }

        var (unfinished, manifest) = (file + ".unfinished", default(BackupManifest)!);
        await using (var stream = new FileStream(unfinished, FileMode.Create))
        {
            await using var writer = new BackupWriter(stream);
            await WriteAsync(writer, made => manifest = made, ct);
        }

        File.Move(unfinished, file);
        return manifest;
    }

    public async Task<BackupManifest> RestoreAsync(string file, CancellationToken ct)
    {
        using var reader = BackupReader.Open(file);
        await RefuseUnfitAsync(reader.Manifest, ct);
        var folder = Path.Combine(options.Value.DataDirectory, ".restoring");
        try
        {
            await reader.ExtractAsync(folder, ct);
            foreach (var name in Folders)
            {
                Adopt(Path.Combine(folder, name), Path.Combine(options.Value.DataDirectory, name));
            }

            // Last, and whole or not at all: until then nothing uses what was put beside it, and restoring can be done again.
            await copies.RestoreAsync(Path.Combine(folder, Database), ct);
            return reader.Manifest;
        }
        finally
        {
            DeleteFolder(folder);
        }
    }

    private async Task WriteAsync(BackupWriter writer, Action<BackupManifest> made, CancellationToken ct)
    {
        var (begun, copy) = (time.GetUtcNow().UtcDateTime, Path.Combine(options.Value.DataDirectory, $".copy-{Guid.NewGuid():N}"));
        var schema = (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault() ?? "";
        try
        {
            // Before the files: what the database names is there, unless a person or retention takes it away meanwhile.
            await copies.WriteAsync(copy, ct);
            await writer.AddAsync(Database, copy, ct);
            foreach (var name in Folders)
            {
                await writer.AddFolderAsync(name, Path.Combine(options.Value.DataDirectory, name), ct);
            }
        }
        finally
        {
            File.Delete(copy);
        }

        await writer.FinishAsync(
            entries =>
            {
                var manifest = new BackupManifest(ServerVersion.Text, copies.Kind, schema, begun, [.. entries]);
                made(manifest);
                return manifest;
            },
            ct);
    }

    private async Task RefuseUnfitAsync(BackupManifest manifest, CancellationToken ct)
    {
        if (manifest.Database != copies.Kind)
        {
            throw new BackupException($"The backup is of a {manifest.Database} database, and this server runs on {copies.Kind}. Restore it to the same kind.");
        }

        if (!db.Database.GetMigrations().Contains(manifest.Schema, StringComparer.Ordinal))
        {
            throw new BackupException($"The backup was made by version {manifest.Version}, which is newer than this one ({ServerVersion.Text}). Restore it with that version or a later one.");
        }

        if (!await copies.IsEmptyAsync(ct))
        {
            throw new BackupException("The database is not empty, and a restore replaces nothing. Give an empty folder with --data, or an empty database with --database.");
        }
    }

    private static void Adopt(string from, string to)
    {
        if (Directory.Exists(from))
        {
            DeleteFolder(to);
            Directory.Move(from, to);
        }
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

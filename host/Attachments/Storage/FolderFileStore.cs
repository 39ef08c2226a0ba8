using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

/// <summary>Files in a folder of the data directory, named by their ids alone.</summary>
internal sealed class FolderFileStore(IOptions<DatabaseOptions> options) : IFileStore
{
    public string Root { get; } = Path.Combine(Path.GetFullPath(options.Value.DataDirectory), "files");

    public async Task WriteAsync(Guid tenantId, Guid fileId, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken ct)
    {
        var path = PathOf(tenantId, fileId);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 4096, FileOptions.Asynchronous);
        await foreach (var piece in pieces.WithCancellation(ct))
        {
            await file.WriteAsync(piece, ct);
        }

        await file.FlushAsync(ct);
        file.Flush(flushToDisk: true);
    }

    public Task<Stream?> OpenAsync(Guid tenantId, Guid fileId, CancellationToken ct)
    {
        var path = PathOf(tenantId, fileId);
        return Task.FromResult<Stream?>(File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan)
            : null);
    }

    public Task RemoveAsync(Guid tenantId, Guid fileId, CancellationToken ct)
    {
        try
        {
            File.Delete(PathOf(tenantId, fileId));
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing of it was written.
        }

        return Task.CompletedTask;
    }

    // The last letters of an id are random: they spread the files over 256 folders.
    private string PathOf(Guid tenantId, Guid fileId)
    {
        var name = fileId.ToString("N");
        return Path.Combine(Root, tenantId.ToString("N"), name[^2..], name);
    }
}

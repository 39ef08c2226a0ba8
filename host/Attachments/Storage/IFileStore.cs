namespace SocialCrm.Host.Attachments;

/// <summary>Where the content of files lies: a folder of this node, or the database. Neither holds a file in memory.</summary>
internal interface IFileStore
{
    /// <summary>The most bytes of a piece; every piece of a file but the last has this size.</summary>
    const int PieceSize = 256 * 1024;

    /// <summary>Writes a new file. When it returns, the content is on disk; when it throws, some of it may be.</summary>
    Task WriteAsync(Guid tenantId, Guid fileId, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken ct);

    /// <summary>The content from beginning to end; null when there is none.</summary>
    Task<Stream?> OpenAsync(Guid tenantId, Guid fileId, CancellationToken ct);

    /// <summary>Removes what there is of a file, which may be nothing.</summary>
    Task RemoveAsync(Guid tenantId, Guid fileId, CancellationToken ct);
}

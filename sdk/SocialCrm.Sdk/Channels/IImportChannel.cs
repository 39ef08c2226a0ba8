namespace SocialCrm.Sdk;

/// <summary>A channel that takes in history from a file which a person uploads.</summary>
/// <remarks>
/// The host keeps the file and hands it over block by block; the connector keeps nothing between two calls. What it must know
/// of the blocks before travels in <see cref="ImportedBlock.State"/>. The host commits the place in the file together with
/// the rows, so that any node of the server can go on from there, with the same result.
/// </remarks>
public interface IImportChannel : IChannelConnector
{
    /// <summary>
    /// Looks at the beginning of a file: its columns, some of its rows, and how the columns would be mapped. Free of side
    /// effects and without network.
    /// </summary>
    /// <param name="sample">The first bytes of the file.</param>
    /// <param name="cancellationToken">Cancelled at the end of the time budget (10 seconds).</param>
    ValueTask<ImportPreview> PreviewAsync(ImportSample sample, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the rows of one block. Free of side effects and without network: the same block always gives the same answer.
    /// A row that cannot be read is answered with its error and stops no other.
    /// </summary>
    /// <param name="block">The bytes, the mapping and what was known after the block before.</param>
    /// <param name="cancellationToken">Cancelled at the end of the time budget (10 seconds).</param>
    ValueTask<ImportedBlock> ReadAsync(ImportBlock block, CancellationToken cancellationToken);
}

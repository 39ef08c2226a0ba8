using SocialCrm.Plugins.Channels.Import.Reading;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Import;

/// <summary>Reads exports of other systems, a row a message.</summary>
public sealed class ImportConnector : IImportChannel
{
    public ValueTask<ChannelCheck> CheckAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ChannelCheck(true, "Files can be imported. Nothing else is needed."));

    public ValueTask<ImportPreview> PreviewAsync(ImportSample sample, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Preview.Of(sample));

    public ValueTask<ImportedBlock> ReadAsync(ImportBlock block, CancellationToken cancellationToken) =>
        ValueTask.FromResult(block.Mapping.Format switch
        {
            Formats.Jsonl => new JsonLines(block, cancellationToken).Read(),
            Formats.Csv => new CsvRows(block, cancellationToken).Read(),
            _ => new ImportedBlock { Consumed = block.Bytes.Length, NextLine = block.Line, Error = new ParseError("format", "The format must be jsonl or csv.") },
        });
}

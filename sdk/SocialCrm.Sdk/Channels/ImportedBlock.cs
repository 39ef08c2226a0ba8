namespace SocialCrm.Sdk;

/// <summary>What a block of a file holds.</summary>
public sealed record ImportedBlock
{
    /// <summary>The rows in the file's order, each read or refused by itself. At most 4,000: leave the rest unconsumed.</summary>
    public IReadOnlyList<ImportedRow> Rows { get; init; } = [];

    /// <summary>How many bytes were read, at least 1 unless the block is empty. The next block begins behind them.</summary>
    public required int Consumed { get; init; }

    /// <summary>The number of the line with which the next block begins.</summary>
    public required long NextLine { get; init; }

    /// <summary>What to hand over with the next block, such as the names of the columns; at most 64 KiB.</summary>
    public string? State { get; init; }

    /// <summary>Set when the rest of the file cannot be read; the import ends with it.</summary>
    public ParseError? Error { get; init; }
}

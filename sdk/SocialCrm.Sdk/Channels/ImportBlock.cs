namespace SocialCrm.Sdk;

/// <summary>A part of a file to be read.</summary>
public sealed record ImportBlock
{
    /// <summary>The most bytes of a block: 1 MiB.</summary>
    public const int LargestSize = 1024 * 1024;

    /// <summary>How the columns are mapped, as a person confirmed it.</summary>
    public required ImportMapping Mapping { get; init; }

    /// <summary>
    /// The bytes from where the block before ended: <see cref="LargestSize"/> of them, or fewer at the end of the file. What the
    /// connector did not consume is at the beginning of the next block.
    /// </summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The number, from 1, of the line in the file with which the block begins.</summary>
    public required long Line { get; init; }

    /// <summary>True when the file ends with this block: then all of it must be consumed.</summary>
    public required bool IsLast { get; init; }

    /// <summary>What the connector gave with the block before; null for the first.</summary>
    public string? State { get; init; }
}

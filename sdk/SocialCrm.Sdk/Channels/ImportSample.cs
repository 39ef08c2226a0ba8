namespace SocialCrm.Sdk;

/// <summary>The beginning of a file, to be looked at.</summary>
public sealed record ImportSample
{
    /// <summary>The first bytes of the file, at most 1 MiB. The last row may be cut unless <see cref="IsWhole"/> is set.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>True when this is the whole file.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The name under which it was uploaded, which hints at its format; may be empty. Not to be trusted.</summary>
    public string FileName { get; init; } = "";
}

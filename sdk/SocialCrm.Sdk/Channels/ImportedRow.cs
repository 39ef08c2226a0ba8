namespace SocialCrm.Sdk;

/// <summary>One row of a file: either <see cref="Message"/> or <see cref="Error"/> is set.</summary>
public sealed record ImportedRow
{
    /// <summary>The most rows of a block.</summary>
    public const int MostOfBlock = 4000;

    /// <summary>The number, from 1, of the line on which it begins.</summary>
    public required long Line { get; init; }

    /// <summary>The message, where it could be read.</summary>
    public InboundMessage? Message { get; init; }

    /// <summary>Why it was refused, where it was; the field is one of <see cref="ImportFields"/>, or empty for the whole row.</summary>
    public ParseError? Error { get; init; }
}

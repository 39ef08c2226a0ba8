using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace SocialCrm.Host.Attachments;

/// <summary>A file on its way into the store: measured, hashed and looked at as it passes, one piece in memory at a time.</summary>
internal sealed class IncomingFile(Stream source, string name, AttachmentsOptions options) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Size { get; private set; }

    public string Type { get; private set; } = FileType.Unknown;

    public (int Width, int Height)? Image { get; private set; }

    public string Hash() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <exception cref="FileRefusedException">It is empty, too large, or of a kind that is not taken: thrown before more of it is read.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        var buffer = new byte[IFileStore.PieceSize];
        while (await FillAsync(buffer, ct) is var length and > 0)
        {
            var piece = buffer.AsMemory(0, length);
            if (Size == 0)
            {
                Look(piece.Span);
            }

            Size += length;
            if (Size > options.MostBytes)
            {
                throw new FileRefusedException(FileRefusal.TooLarge, TooLarge(options));
            }

            _hash.AppendData(piece.Span);
            yield return piece;
        }

        if (Size == 0)
        {
            throw new FileRefusedException(FileRefusal.Empty, "The file is empty.");
        }
    }

    public static string TooLarge(AttachmentsOptions options) => $"The file is larger than {options.MostMegabytes:N0} MiB, the most that this server takes.";

    public void Dispose() => _hash.Dispose();

    private async Task<int> FillAsync(byte[] buffer, CancellationToken ct)
    {
        // One byte more than is taken tells that there is more.
        var wanted = (int)Math.Min(buffer.Length, options.MostBytes + 1 - Size);
        return await source.ReadAtLeastAsync(buffer.AsMemory(0, wanted), wanted, throwOnEndOfStream: false, ct);
    }

    private void Look(ReadOnlySpan<byte> head)
    {
        Type = FileType.Of(head, name);
        if (TypeRules.WhyRefused(options, name, Type) is { } why)
        {
            throw new FileRefusedException(FileRefusal.Type, why);
        }

        Image = FileType.IsPicture(Type) ? ImageSize.OfShowable(Type, head) : null;
    }
}

namespace SocialCrm.Host.Attachments;

/// <summary>Reads a file piece by piece: between two of them no connection is held, however slow the reader is.</summary>
internal sealed class PieceStream(byte[] first, Func<int, CancellationToken, Task<byte[]?>> load) : Stream
{
    private byte[] _piece = first;
    private int _number;
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at == _piece.Length)
        {
            if (_piece.Length < IFileStore.PieceSize || await load(++_number, cancellationToken) is not { Length: > 0 } next)
            {
                return 0;
            }

            (_piece, _at) = (next, 0);
        }

        var count = Math.Min(buffer.Length, _piece.Length - _at);
        _piece.AsMemory(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Whoever reads it waits for a database.
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

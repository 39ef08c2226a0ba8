using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>
/// Writes PostgreSQL's binary COPY format, as its documentation of COPY gives it: a signature, each row as the number of its fields
/// and each field as its length in bytes and its value in network order, and a trailer.
/// </summary>
internal readonly struct CopyFormat(IBufferWriter<byte> to)
{
    private const int TextOid = 25;
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The signature, no flags, no extension.</summary>
    public void Begin() => to.Write<byte>([0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    public void BeginRow(int fields) => Short((short)fields);

    public void End() => Short(-1);

    public void Write(object? value)
    {
        switch (value)
        {
            case null: Int(-1); break;
            case Guid id: Id(id); break;
            case string text: Text(text); break;
            case short number: Int(2); Short(number); break;
            case int number: Int(4); Int(number); break;
            case long number: Int(8); Long(number); break;
            case bool flag: Bytes([flag ? (byte)1 : (byte)0]); break;
            case DateTime at: Int(8); Long((at - Epoch).Ticks / TimeSpan.TicksPerMicrosecond); break;
            case byte[] bytes: Bytes(bytes); break;
            case string[] texts: Texts(texts); break;
            default: throw new ArgumentException($"A {value.GetType()} is no value of a column.", nameof(value));
        }
    }

    private void Id(Guid id)
    {
        Int(16);
        id.TryWriteBytes(to.GetSpan(16), bigEndian: true, out var written);
        to.Advance(written);
    }

    private void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Int(length);
        to.Advance(Encoding.UTF8.GetBytes(text, to.GetSpan(length)));
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        Int(bytes.Length);
        to.Write(bytes);
    }

    // Dimensions, whether there are nulls, the type, then the length and lower bound of the one dimension.
    private void Texts(string[] texts)
    {
        Int(texts.Length == 0 ? 12 : 20 + texts.Sum(t => 4 + Encoding.UTF8.GetByteCount(t)));
        Int(texts.Length == 0 ? 0 : 1);
        Int(0);
        Int(TextOid);
        if (texts.Length > 0)
        {
            Int(texts.Length);
            Int(1);
            Array.ForEach(texts, Text);
        }
    }

    private void Short(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(to.GetSpan(2), value);
        to.Advance(2);
    }

    private void Int(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(to.GetSpan(4), value);
        to.Advance(4);
    }

    private void Long(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(8), value);
        to.Advance(8);
    }
}

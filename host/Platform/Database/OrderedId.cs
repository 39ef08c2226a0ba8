namespace SocialCrm.Host.Platform.Database;

/// <summary>
/// UUIDv7 ids that a process makes in ascending order: within a millisecond a counter stands in the place of the first
/// random bits (RFC 9562, section 6.2, method 1), so that messages that come together keep their order when listed.
/// </summary>
internal static class OrderedId
{
    private const int MostOfMillisecond = 0xFFF;
    private const long LargestSetBack = 1000;

    private static readonly Lock Guard = new();
    private static long _millisecond;
    private static int _count;

    public static Guid Next(DateTimeOffset now)
    {
        var (millisecond, count) = Step(now.ToUnixTimeMilliseconds());
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(millisecond)).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x70 | (count >> 8));
        bytes[7] = (byte)count;
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>An id of a time gone by. Those of one millisecond stand in the order of <paramref name="place"/>.</summary>
    public static Guid At(DateTime time, long place)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(new DateTimeOffset(time, TimeSpan.Zero)).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x70 | ((place >> 8) & 0xF));
        bytes[7] = (byte)place;
        return new Guid(bytes, bigEndian: true);
    }

    private static (long Millisecond, int Count) Step(long now)
    {
        lock (Guard)
        {
            // A clock that was set back for good is followed; a small step back is waited out by counting on.
            if (now > _millisecond || now < _millisecond - LargestSetBack)
            {
                (_millisecond, _count) = (now, 0);
            }
            else if (++_count > MostOfMillisecond)
            {
                (_millisecond, _count) = (_millisecond + 1, 0);
            }

            return (_millisecond, _count);
        }
    }
}

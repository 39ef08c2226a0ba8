using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Languages;

/// <summary>
/// For each bucket of letter sequences, how much it speaks for each language. A row has 32 places, one a language,
/// in small whole numbers, so that every machine adds up to the same.
/// </summary>
internal sealed class LanguageProfile(string[] codes, float scale, sbyte[] rows)
{
    public const int Lanes = 32;
    public const int Buckets = 16384;

    // As many rows as can be added before a 16-bit sum could overflow.
    private const int SafeAdditions = 256;

    public IReadOnlyList<string> Codes { get; } = codes;

    /// <summary>What one step of the whole numbers is worth.</summary>
    public float Scale { get; } = scale;

    public void Sum(ReadOnlySpan<ushort> buckets, Span<int> sums)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(rows);
        for (var from = 0; from < buckets.Length; from += SafeAdditions)
        {
            var low = Vector256<short>.Zero;
            var high = Vector256<short>.Zero;
            foreach (var bucket in buckets[from..Math.Min(buckets.Length, from + SafeAdditions)])
            {
                var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)(bucket * Lanes)));
                low += lower;
                high += upper;
            }
            for (var lane = 0; lane < Lanes / 2; lane++)
            {
                sums[lane] += low[lane];
                sums[lane + (Lanes / 2)] += high[lane];
            }
        }
    }

    public static LanguageProfile Read(Stream file)
    {
        using var reader = new BinaryReader(new BrotliStream(file, CompressionMode.Decompress), Encoding.UTF8);
        var codes = reader.ReadString().Split(' ');
        var scale = reader.ReadSingle();
        var rows = new sbyte[Buckets * Lanes];
        for (var lane = 0; lane < codes.Length; lane++)
        {
            for (var bucket = 0; bucket < Buckets; bucket++)
            {
                rows[(bucket * Lanes) + lane] = reader.ReadSByte();
            }
        }
        return new LanguageProfile(codes, scale, rows);
    }

    public void Write(Stream file)
    {
        using var writer = new BinaryWriter(new BrotliStream(file, CompressionLevel.SmallestSize), Encoding.UTF8);
        writer.Write(string.Join(' ', Codes));
        writer.Write(Scale);
        for (var lane = 0; lane < Codes.Count; lane++)
        {
            for (var bucket = 0; bucket < Buckets; bucket++)
            {
                writer.Write(rows[(bucket * Lanes) + lane]);
            }
        }
    }
}

using System.Net;
using Microsoft.Extensions.Caching.Memory;

namespace SocialCrm.Host.Access.Passwords;

/// <summary>How often an address, known or not, can be sent a link, and how often one place may ask.</summary>
internal sealed class ForgottenLimits : IDisposable
{
    private const int OfAddress = 3;
    private const int OfPlace = 30;
    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    private readonly MemoryCache _asked = new(new MemoryCacheOptions { SizeLimit = 20_000 });
    private readonly Lock _guard = new();

    public bool MayAsk(string email, IPAddress? place)
    {
        lock (_guard)
        {
            return Count($"place {place}") <= OfPlace && Count(email.ToUpperInvariant()) <= OfAddress;
        }
    }

    public void Dispose() => _asked.Dispose();

    private int Count(string key)
    {
        var counter = _asked.GetOrCreate(key, entry =>
        {
            (entry.Size, entry.AbsoluteExpirationRelativeToNow) = (1, Within);
            return new Counter();
        })!;
        return ++counter.Times;
    }

    private sealed class Counter
    {
        public int Times { get; set; }
    }
}

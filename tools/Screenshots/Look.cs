using Microsoft.Playwright;

namespace SocialCrm.Screenshots;

/// <summary>A screen and a colour scheme in which pages are looked at.</summary>
internal sealed record Look(string Name, int Width, int Height, ColorScheme Scheme)
{
    public static IReadOnlyList<Look> All { get; } =
    [
        new("light", 1440, 900, ColorScheme.Light),
        new("dark", 1440, 900, ColorScheme.Dark),
        new("phone-light", 390, 844, ColorScheme.Light),
        new("phone-dark", 390, 844, ColorScheme.Dark),
    ];
}

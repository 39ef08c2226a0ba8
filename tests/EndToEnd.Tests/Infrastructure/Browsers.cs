using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SocialCrm.EndToEnd.Tests.Infrastructure.Browsers))]

namespace SocialCrm.EndToEnd.Tests.Infrastructure;

/// <summary>The machine's own Chromium, started once.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/google-chrome"];
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-quic", "--disable-background-networking"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var program = Programs.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"These tests need a browser at {string.Join(" or ", Programs)}. Install it: apt-get install chromium");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
    }

    /// <summary>A browser that has been nowhere, with one page open on this server.</summary>
    public async Task<IPage> OpenAsync(Uri server, int width = 1440, int height = 900)
    {
        var context = await _browser!.NewContextAsync(new() { BaseURL = server.ToString(), ViewportSize = new() { Width = width, Height = height }, Locale = "en-GB" });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

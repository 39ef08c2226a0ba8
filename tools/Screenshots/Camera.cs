using Microsoft.Playwright;

namespace SocialCrm.Screenshots;

/// <summary>Opens pages as a person would and takes a picture of each once it stands still.</summary>
internal sealed class Camera(IBrowser browser, Uri server, Workspace workspace)
{
    private const int Patience = 30_000;

    public async Task TakeAsync(Look look, IReadOnlyList<Place> places, string folder)
    {
        await using var context = await browser.NewContextAsync(new()
        {
            BaseURL = server.ToString(),
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Scheme,
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        foreach (var place in places.OrderBy(p => p.SignedIn))
        {
            await OpenAsync(page, place);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{place.Name}.{look.Name}.png"), Animations = ScreenshotAnimations.Disabled });
            Console.WriteLine($"{place.Name} {look.Name}{(await OverflowsAsync(page) ? "  ← scrolls sideways" : "")}");
        }
    }

    private async Task OpenAsync(IPage page, Place place)
    {
        if (place.SignedIn && !(await page.Context.CookiesAsync()).Any(c => c.Name == "socialcrm.session"))
        {
            await SignInAsync(page);
        }

        await page.GotoAsync(await AddressAsync(place.Path));
        await page.Locator("main").First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Assertions.Expect(page.Locator(".mantine-Skeleton-root")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await page.EvaluateAsync("document.fonts.ready");
        if (place.Press is { } button)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
            await page.GetByRole(AriaRole.Dialog).Or(page.Locator("main form, main pre")).First.WaitForAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync("olive@example.com");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("correct horse battery staple");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).WaitForAsync();
    }

    private async Task<string> AddressAsync(string path)
    {
        var (start, end) = (path.IndexOf('{', StringComparison.Ordinal), path.IndexOf('}', StringComparison.Ordinal));
        return start < 0 ? path : path[..start] + await workspace.IdAsync(path[(start + 1)..end]) + path[(end + 1)..];
    }

    private static Task<bool> OverflowsAsync(IPage page) => page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth");
}

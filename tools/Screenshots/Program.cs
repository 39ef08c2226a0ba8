using Microsoft.Playwright;
using SocialCrm.RunningServer;
using SocialCrm.Screenshots;

// Pictures of every page, in light and dark, wide and narrow: ./build/screenshots.sh [NAME …]
var target = Path.Combine(Repository.Root, "artifacts", "screenshots");
var shown = Path.Combine(Repository.Root, "docs", "images", "pages");
Directory.CreateDirectory(target);
Directory.CreateDirectory(shown);
var folder = Directory.CreateTempSubdirectory("socialcrm-screenshots-").FullName;
try
{
    using var other = OtherSystem.Start();
    await using var server = new ServerProcess(
        new ServerStorage(folder), $"--AdminUi:Directory={Path.Combine(Repository.Root, "admin-ui", "dist")}", "--Outgoing:AllowedNetworks:0=127.0.0.0/8");
    await server.StartAsync();
    var workspace = await Workspace.FillAsync(server, other);
    using var playwright = await Playwright.CreateAsync();
    await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking"] });
    var camera = new Camera(browser, server.Http.BaseAddress!, workspace);
    foreach (var look in Look.All)
    {
        await camera.TakeAsync(look, [.. Place.All.Where(p => args.Length == 0 || args.Contains(p.Name))], target);
    }

    foreach (var place in Place.All.Where(p => File.Exists(Path.Combine(target, $"{p.Name}.light.png"))))
    {
        File.Copy(Path.Combine(target, $"{place.Name}.light.png"), Path.Combine(shown, $"{place.Name}.png"), overwrite: true);
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

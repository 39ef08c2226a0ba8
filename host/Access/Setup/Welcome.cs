using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.Setup;

/// <summary>Tells whoever started the server where it is, and what to do first; silent where information is not logged either.</summary>
internal sealed class Welcome(IServer server, IConfiguration configuration, IServiceScopeFactory scopes, ILogger<Welcome> log) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!log.IsEnabled(LogLevel.Information))
        {
            return;
        }

        Console.WriteLine($"Social CRM Server is ready: {string.Join(", ", Addresses())}");
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<CrmDbContext>().Users.AnyAsync(cancellationToken))
        {
            Console.WriteLine("Nobody has signed up yet: whoever opens this address first creates the organisation and its owner account.");
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<string> Addresses() => configuration["PublicUrl"] is { Length: > 0 } known
        ? [known]
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(Openable) ?? [];

    // Listening everywhere is not an address a browser can open.
    private static string Openable(string address) =>
        address.Replace("://0.0.0.0:", "://localhost:", StringComparison.Ordinal).Replace("://[::]:", "://localhost:", StringComparison.Ordinal);
}

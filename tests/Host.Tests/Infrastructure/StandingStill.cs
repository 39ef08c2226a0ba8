using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using SocialCrm.Host.Ingestion;

namespace SocialCrm.Host.Tests.Infrastructure;

/// <summary>A server that accepts messages and processes none, as one that is overwhelmed for good.</summary>
internal static class StandingStill
{
    /// <param name="host">The server.</param>
    /// <param name="highWater">So many messages may wait.</param>
    public static void StandsStill(this IWebHostBuilder host, int highWater)
    {
        host.UseSetting("Ingestion:HighWater", $"{highWater}");
        host.ConfigureTestServices(services => services.Remove(services.Single(s => s.ImplementationType == typeof(PipelineWorkers))));
    }
}

using SocialCrm.RunningServer;

namespace SocialCrm.Chaos;

/// <summary>A server, and its way to the database.</summary>
/// <param name="Number">From 1; the database knows it as the setting <c>chaos.node</c> of the node's sessions.</param>
/// <param name="Server">The process.</param>
/// <param name="Line">How it reaches the database; null where it is connected directly.</param>
public sealed record Node(int Number, ServerProcess Server, DatabaseLine? Line) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        if (Line is not null)
        {
            await Line.DisposeAsync();
        }
    }
}

namespace SocialCrm.RunningServer;

/// <summary>Where this repository lies on disk, and what its scripts build.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The published server, as an operator runs it.</summary>
    public static string Server => Path.Combine(Root, "artifacts", "server", "SocialCrm.Host.dll");

    public static string Plugins => Path.Combine(Root, "artifacts", "plugins");

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "SocialCrmServer.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {folder} holds SocialCrmServer.sln: this runs from within the repository only.");
    }
}

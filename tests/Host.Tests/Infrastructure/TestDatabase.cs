using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Tests.Infrastructure;

/// <summary>A new, empty database, gone when disposed. Several servers may be started on one, as nodes are.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>The server's folder for data; each database has its own.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("socialcrm-test-").FullName;

    /// <summary>What tells the server to use it.</summary>
    public virtual IEnumerable<KeyValuePair<string, string>> Settings => [new("Database:DataDirectory", Folder)];

    /// <summary>The database itself, without a server.</summary>
    internal abstract CrmDbContext Open();

    public virtual ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

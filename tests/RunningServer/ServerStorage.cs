namespace SocialCrm.RunningServer;

/// <summary>Where a server keeps its data: several servers on one storage are nodes of one installation.</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="ConnectionString">A PostgreSQL; empty for SQLite in the folder.</param>
public sealed record ServerStorage(string Folder, string ConnectionString = "")
{
    public bool IsPostgres => ConnectionString.Length > 0;
}

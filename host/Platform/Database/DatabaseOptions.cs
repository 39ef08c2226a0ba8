namespace SocialCrm.Host.Platform.Database;

/// <summary>Where the server keeps its data. Bound from the section "Database" and the arguments of run.sh.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The folder of the embedded database, the plugins and files.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>A PostgreSQL connection string; empty for embedded SQLite in <see cref="DataDirectory"/>.</summary>
    public string ConnectionString { get; set; } = "";

    public bool IsPostgres => ConnectionString.Length > 0;
}

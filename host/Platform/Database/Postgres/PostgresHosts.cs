using Npgsql;

namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>An operator may name several hosts, separated by commas, of which one is the primary and the others follow it.</summary>
internal static class PostgresHosts
{
    /// <summary>The server writes: of several hosts it wants the primary, whichever that is now, unless something else was said.</summary>
    public static string WithPrimary(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        connection.TargetSessionAttributes ??= AreSeveral(connection) ? "primary" : null;
        return connection.ConnectionString;
    }

    public static bool AreSeveral(NpgsqlConnectionStringBuilder connection) => connection.Host?.Contains(',', StringComparison.Ordinal) == true;

    /// <summary>The hosts and their ports, as PostgreSQL's own programs take them.</summary>
    public static (string Hosts, string Ports) Split(NpgsqlConnectionStringBuilder connection)
    {
        var hosts = (connection.Host ?? "").Split(',', StringSplitOptions.TrimEntries).Select(host => Split(host, connection.Port)).ToList();
        return (string.Join(',', hosts.Select(h => h.Host)), string.Join(',', hosts.Select(h => h.Port)));
    }

    // Several colons are an IPv6 address, in brackets where a port follows.
    private static (string Host, int Port) Split(string host, int usual)
    {
        var colon = host.LastIndexOf(':');
        return colon > 0 && (host[colon - 1] == ']' || host.IndexOf(':', StringComparison.Ordinal) == colon) && int.TryParse(host[(colon + 1)..], out var port)
            ? (host[..colon].Trim('[', ']'), port)
            : (host.Trim('[', ']'), usual);
    }
}

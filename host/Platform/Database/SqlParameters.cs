namespace SocialCrm.Host.Platform.Database;

/// <summary>Named values of a statement. A list of ids or texts is matched with <see cref="SqlDialect.AnyOf"/>.</summary>
public sealed class SqlParameters : Dictionary<string, object?>
{
    public SqlParameters()
        : base(StringComparer.Ordinal)
    {
    }

    public static SqlParameters None => [];
}

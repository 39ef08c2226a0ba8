namespace SocialCrm.Host.Platform.Database;

/// <summary>Named values of a statement. A list of ids or texts is matched with <see cref="SqlDialect.AnyOf"/>.</summary>
public sealed class SqlParameters : Dictionary<string, object?>
{
    public SqlParameters()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>The same values, to which more can be added.</summary>
    public SqlParameters(SqlParameters values)
        : base(values, StringComparer.Ordinal)
    {
    }

    public static SqlParameters None => [];
}

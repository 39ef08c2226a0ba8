using System.Data.Common;

namespace SocialCrm.Host.Platform.Database;

/// <summary>Where the two databases differ in the SQL of the hot path.</summary>
public abstract class SqlDialect
{
    /// <summary>Appended to a SELECT that locks what it reads; empty where the one writer is lock enough.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>The same, leaving out rows that another holds.</summary>
    public abstract string ForUpdateSkipLocked { get; }

    /// <summary>The database's own clock, so that nodes whose clocks differ agree on what is due.</summary>
    public abstract string Now { get; }

    /// <summary>A condition such as <c>= ANY(@ids)</c> that holds for each value of a list parameter.</summary>
    public abstract string AnyOf(string parameter);

    /// <summary>The larger of two values.</summary>
    public abstract string Greatest(string left, string right);

    /// <summary>A table expression with the numbers of a JSON array as <c>value</c>.</summary>
    public abstract string JsonNumbers(string column);

    /// <summary>Gives the inbox rows <c>@ids</c> new ids after all others.</summary>
    public abstract string MoveToTheEndOfTheInbox { get; }

    public abstract DbParameter Parameter(string name, object? value);

    public abstract Task<int> InsertAsync<T>(SqlSession session, SqlTable<T> table, IReadOnlyList<T> rows, OnConflict onConflict, CancellationToken ct);

    public abstract Task<int> UpdateAsync<T>(SqlSession session, SqlTable<T> table, IReadOnlyList<T> rows, CancellationToken ct);
}

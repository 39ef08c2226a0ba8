using System.Data.Common;

namespace SocialCrm.Host.Platform.Database;

/// <summary>Where the two databases differ in the SQL of the hot path.</summary>
public abstract class SqlDialect
{
    /// <summary>Appended to a SELECT that locks what it reads; empty where the one writer is lock enough.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>The same, leaving out rows that another holds.</summary>
    public abstract string ForUpdateSkipLocked { get; }

    /// <summary>The same for rows of which nothing is changed that others point at: they may still be held with <see cref="ForKeyShare"/>.</summary>
    public abstract string ForNoKeyUpdate { get; }

    /// <summary>Keeps the rows from being deleted until the transaction ends; many may hold them so.</summary>
    public abstract string ForKeyShare { get; }

    /// <summary>The database's own clock, so that nodes whose clocks differ agree on what is due.</summary>
    public abstract string Now { get; }

    /// <summary>A condition such as <c>= ANY(@ids)</c> that holds for each value of a list parameter.</summary>
    public abstract string AnyOf(string parameter);

    /// <summary>A table expression with the values of a list parameter as <c>value</c>.</summary>
    public abstract string Values(string parameter);

    /// <summary>The larger of two values.</summary>
    public abstract string Greatest(string left, string right);

    /// <summary>A table expression with the numbers of a JSON array as <c>value</c>.</summary>
    public abstract string JsonNumbers(string column);

    /// <summary>
    /// Said in a transaction before it appends to the inbox: that it will take ids from here on. Ids are given before they
    /// are committed, so that a reader must know which of them may still appear. Null where one writer commits in order.
    /// </summary>
    public abstract string? AnnounceInboxIds { get; }

    /// <summary>An expression for the id up to which nothing more will appear in the inbox, for statements that come after.</summary>
    public abstract string InboxHorizon { get; }

    /// <summary>Said in a transaction that only one at a time may be in, of all nodes: the others wait for its end. Null where the one writer is that already.</summary>
    public abstract string? Alone(string what);

    /// <summary>Gives the inbox rows <c>@ids</c> new ids after all others.</summary>
    public abstract string MoveToTheEndOfTheInbox { get; }

    /// <summary>The rows of a table that has a search index, as a query for EF Core whose only value is a <see cref="SearchTerm"/>.</summary>
    public abstract string Search(string table);

    /// <summary>
    /// One column of the same rows, for EF Core to compose: its values are a <see cref="SearchTerm"/> and the tenant. Where words are
    /// common it costs half of what reading the rows does.
    /// </summary>
    public abstract string SearchFor(string table, string column);

    /// <summary>
    /// The same where few rows have the words: the index of words is asked first, whatever order the rows are wanted in. Without that
    /// PostgreSQL takes a word it has never seen for more common than it is, and goes through all rows to find none.
    /// </summary>
    public abstract string SearchRare(string table);

    /// <summary>
    /// Whether so many rows of a table have the words of a <see cref="SearchTerm"/>, of whatever tenant, that going through the newest
    /// soon finds some. Known in no time, however many they are.
    /// </summary>
    public abstract Task<bool> AreCommonAsync(SqlSession session, string table, string term, CancellationToken ct);

    /// <summary>A tenant's rows of a table that occurred in some spans of time, as a query for EF Core: <c>@tenant</c>, <c>@from</c> and <c>@until</c>.</summary>
    public abstract string During(string table);

    /// <summary>The words in the language of the index.</summary>
    public abstract string SearchTerm(SearchWords words, Guid tenantId);

    public abstract DbParameter Parameter(string name, object? value);

    public abstract Task InsertAsync<T>(SqlSession session, SqlTable<T> table, IReadOnlyList<T> rows, OnConflict onConflict, CancellationToken ct);

    public abstract Task UpdateAsync<T>(SqlSession session, SqlTable<T> table, IReadOnlyList<T> rows, CancellationToken ct);
}

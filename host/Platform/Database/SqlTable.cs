namespace SocialCrm.Host.Platform.Database;

/// <summary>How rows of <typeparamref name="T"/> are written to a table, or to some columns of it.</summary>
public sealed class SqlTable<T>(string name, params SqlColumn<T>[] columns)
{
    public string Name => name;

    public IReadOnlyList<SqlColumn<T>> Columns => columns;
}

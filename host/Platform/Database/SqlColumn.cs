namespace SocialCrm.Host.Platform.Database;

/// <param name="Name">The column.</param>
/// <param name="Type">Its type.</param>
/// <param name="Value">Its value for a row.</param>
/// <param name="IsKey">True when an update finds the row by it.</param>
public sealed record SqlColumn<T>(string Name, SqlType Type, Func<T, object?> Value, bool IsKey = false);

namespace SocialCrm.Host.Platform.Database;

/// <summary>The types of columns that the hot path writes.</summary>
public enum SqlType
{
    Uuid,
    Text,
    Bytes,
    SmallInt,
    Integer,
    BigInt,
    Boolean,
    Timestamp,

    /// <summary>A text[] on PostgreSQL, a JSON array on SQLite; the value is a <see cref="string"/> array.</summary>
    TextArray,
}

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
    Json,

    /// <summary>An int[] on PostgreSQL, a JSON array on SQLite; the value is an <see cref="int"/> array.</summary>
    IntegerArray,
}

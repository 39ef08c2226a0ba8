namespace SocialCrm.Benchmarks.Ingest;

/// <summary>What a statement took in the database.</summary>
/// <param name="Text">How it begins.</param>
/// <param name="Calls">How often it ran.</param>
/// <param name="Took">In all, without planning.</param>
/// <param name="Planning">In all.</param>
/// <param name="Plans">How often it was planned: a prepared statement is not, once its plan serves all values.</param>
/// <param name="Rows">How many rows it read or wrote.</param>
internal sealed record StatementTime(string Text, long Calls, TimeSpan Took, TimeSpan Planning, long Plans, long Rows)
{
    public string Line(int messages) =>
        $"  {Took.TotalMicroseconds / messages,7:0.0} µs a message {Planning.TotalMicroseconds / messages,7:0.0} planning {Plans,6:N0} plans {Calls,8:N0} calls {Rows,9:N0} rows  {Text}";
}

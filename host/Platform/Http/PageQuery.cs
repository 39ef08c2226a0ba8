using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SocialCrm.Host.Platform.Http;

/// <summary>Which part of a list is asked for; a handler takes it with <c>[AsParameters]</c>.</summary>
/// <param name="Limit">How many items, 1 to 200; 50 when not said.</param>
/// <param name="After">The <c>next</c> of the part before; nothing for the first.</param>
public readonly record struct PageQuery([FromQuery] int? Limit = null, [FromQuery] string? After = null)
{
    public const int DefaultLimit = 50;
    public const int MaximumLimit = 200;

    internal bool TryRead(out int limit, out Cursor? after, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        limit = Limit ?? DefaultLimit;
        problem = !Cursor.TryRead(After, out after)
            ? Problems.Invalid("after", "Pass the value of next from the part before, unchanged.")
            : limit is < 1 or > MaximumLimit ? Problems.Invalid("limit", $"Ask for 1 to {MaximumLimit} items.") : null;
        return problem is null;
    }
}

namespace SocialCrm.Host.Platform.Http;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items of this part.</param>
/// <param name="Next">What to pass as <c>after</c> for the next part, or null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

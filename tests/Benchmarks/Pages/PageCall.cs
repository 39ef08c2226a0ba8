namespace SocialCrm.Benchmarks.Pages;

/// <summary>A call that a page of the UI makes.</summary>
/// <param name="Name">Which page, and what of it.</param>
/// <param name="Paths">The addresses in turn: each call takes the next.</param>
internal sealed record PageCall(string Name, params string[] Paths);

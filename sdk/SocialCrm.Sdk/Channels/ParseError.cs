namespace SocialCrm.Sdk;

/// <summary>Why a message or a request was refused.</summary>
/// <param name="Field">The path of the field at fault, such as <c>data.author.id</c>; empty for the whole.</param>
/// <param name="Message">What is wrong and what to do, in a sentence. Safe to show to the sender.</param>
public sealed record ParseError(string Field, string Message);

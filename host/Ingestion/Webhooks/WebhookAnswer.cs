namespace SocialCrm.Host.Ingestion;

/// <summary>The answer to a webhook request that was stored.</summary>
/// <param name="Accepted">How many messages were accepted.</param>
/// <param name="Items">For each message of the request, in its order, what became of it.</param>
public sealed record WebhookAnswer(int Accepted, IReadOnlyList<WebhookItemAnswer> Items);

/// <summary>What became of one message of a request.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Accepted">True when it is stored.</param>
/// <param name="Id">The sender's id of the message, where it could be read.</param>
/// <param name="Field">The path of the field at fault.</param>
/// <param name="Error">What is wrong and what to do.</param>
public sealed record WebhookItemAnswer(int Index, bool Accepted, string? Id, string? Field, string? Error);

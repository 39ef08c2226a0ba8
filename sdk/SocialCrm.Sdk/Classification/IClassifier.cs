namespace SocialCrm.Sdk;

/// <summary>Puts labels on messages.</summary>
/// <remarks>
/// Called concurrently from several threads; must be deterministic (the same text, model version and settings give
/// the same labels) and must not use the network. The host calls it outside any transaction and gives it a time budget; past
/// the budget the messages go on with their labels pending.
/// </remarks>
public interface IClassifier
{
    /// <summary>Classifies a batch.</summary>
    /// <param name="batch">1 to 500 messages.</param>
    /// <param name="options">What the host wants to know.</param>
    /// <param name="cancellationToken">Cancelled at the end of the time budget; look at it between messages.</param>
    /// <returns>One classification for each message, in the same order.</returns>
    ValueTask<IReadOnlyList<Classification>> ClassifyAsync(
        IReadOnlyList<ClassifierInput> batch, ClassifyOptions options, CancellationToken cancellationToken);
}

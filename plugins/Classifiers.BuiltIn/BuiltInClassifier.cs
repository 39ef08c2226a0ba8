using SocialCrm.Plugins.Classifiers.BuiltIn.Reading;
using SocialCrm.Plugins.Classifiers.BuiltIn.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn;

/// <summary>The classifier that comes with the server: word lists and small weights, without network or files.</summary>
/// <param name="settings">How sure it must be, and of what.</param>
public sealed class BuiltInClassifier(BuiltInSettings settings) : IClassifier
{
    /// <summary>The version of lists and weights: it changes whenever a text could get other labels.</summary>
    public const string ModelVersion = "1.0.0";

    private readonly MessageClassifier _messages = MessageClassifier.FromResources(settings);

    /// <summary>By the settings that an admin saved.</summary>
    /// <param name="context">What the host hands over.</param>
    public BuiltInClassifier(ClassifierContext<BuiltInSettings> context)
        : this(context.Settings)
    {
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Classification>> ClassifyAsync(
        IReadOnlyList<ClassifierInput> batch, ClassifyOptions options, CancellationToken cancellationToken)
    {
        var reading = new MessageReading();
        var classifications = new Classification[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return ValueTask.FromCanceled<IReadOnlyList<Classification>>(cancellationToken);
            }
            classifications[i] = _messages.Classify(batch[i], options.Explain, reading);
        }
        return ValueTask.FromResult<IReadOnlyList<Classification>>(classifications);
    }
}

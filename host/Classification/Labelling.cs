using SocialCrm.Host.Plugins;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Classification;

/// <summary>Asks the classifier for labels. What it cannot say in time stays pending; nothing waits for it.</summary>
public sealed class Labelling(PluginRuntime plugins, ILogger<Labelling> log)
{
    private static readonly ClassifyOptions Plain = new();
    private static readonly ClassifyOptions Explained = new() { Explain = true };

    /// <summary>The version of the model that runs now; null while no classifier does.</summary>
    public string? ModelVersion => plugins.Classifier?.ModelVersion;

    /// <summary>The labels of each text, in the same order; <see cref="MessageLabels.Awaited"/> where there are none yet.</summary>
    public async ValueTask<IReadOnlyList<MessageLabels>> LabelAsync(IReadOnlyList<ClassifierInput> texts, CancellationToken ct)
    {
        if (texts.Count == 0)
        {
            return [];
        }

        try
        {
            if (plugins.Classifier is { } classifier)
            {
                var found = await classifier.ClassifyAsync(texts, Plain, ct);
                return [.. found.Items.Select(c => MessageLabels.Of(c, found.ModelVersion))];
            }
        }
        catch (Exception error) when (error is PluginFailedException or PluginUnavailableException)
        {
            log.LabelsPending(error, texts.Count);
        }

        return [.. Enumerable.Repeat(MessageLabels.Awaited, texts.Count)];
    }

    /// <summary>The labels with the words that led to them, and the version of the model that says so; null without a classifier.</summary>
    public async ValueTask<ClassifiedTexts?> ExplainAsync(IReadOnlyList<ClassifierInput> texts, CancellationToken ct)
    {
        if (plugins.Classifier is not { } classifier)
        {
            return null;
        }

        try
        {
            return await classifier.ClassifyAsync(texts, Explained, ct);
        }
        catch (Exception error) when (error is PluginFailedException or PluginUnavailableException)
        {
            log.ExplanationMissing(error);
            return null;
        }
    }
}

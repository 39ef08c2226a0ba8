using SocialCrm.Sdk;

namespace TestPlugins.Configured;

public sealed class ConfiguredPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin.AddClassifier<ToldWhatToSay, WhatToSay>(new ClassifierDescriptor
    {
        Id = "told-what-to-say",
        Name = "Told what to say",
        ModelVersion = "2.0.0",
    });
}

public enum Answer
{
    Question,

    [Setting("Complaint, of course")]
    Complaint,
}

public sealed class WhatToSay
{
    [Setting("What to say")]
    public Answer Says { get; init; }

    [Setting("Token", Secret = true, Required = true)]
    public string Token { get; init; } = "";
}

/// <summary>
/// Says of every text what its settings say, as surely as the token is long. A text that is a path in the folder for
/// temporary files makes that file, and is answered once the file is gone.
/// </summary>
public sealed class ToldWhatToSay(ClassifierContext<WhatToSay> context) : IClassifier, IDisposable
{
    private bool _disposed;

    public async ValueTask<IReadOnlyList<Classification>> ClassifyAsync(
        IReadOnlyList<ClassifierInput> batch, ClassifyOptions options, CancellationToken cancellationToken)
    {
        if (batch.FirstOrDefault(input => input.Text.StartsWith(Path.GetTempPath(), StringComparison.Ordinal)) is { } told)
        {
            await File.WriteAllTextAsync(told.Text, "", cancellationToken);
            while (File.Exists(told.Text))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken);
            }
        }

        ObjectDisposedException.ThrowIf(_disposed, this);
        var label = new Label(Facets.Type, context.Settings.Says == Answer.Question ? "question" : "complaint", context.Settings.Token.Length / 100d);
        return [.. batch.Select(_ => new Classification([label]))];
    }

    public void Dispose() => _disposed = true;
}

using SocialCrm.Plugins.Classifiers.BuiltIn.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn;

/// <summary>Brings the built-in classifier.</summary>
public sealed class BuiltInClassifierPlugin : IPlugin
{
    /// <inheritdoc />
    public void Configure(IPluginBuilder plugin) => plugin.AddClassifier<BuiltInClassifier, BuiltInSettings>(new ClassifierDescriptor
    {
        Id = "built-in",
        Name = "Built-in classifier",
        ModelVersion = BuiltInClassifier.ModelVersion,
    });
}

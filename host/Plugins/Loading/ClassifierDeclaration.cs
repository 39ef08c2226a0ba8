using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>A classifier as a plugin declared it.</summary>
/// <param name="Descriptor">What it is called.</param>
/// <param name="TakesSettings">Whether it is made anew when the plugin's settings change.</param>
/// <param name="Create">Makes it from the plugin's services and settings.</param>
internal sealed record ClassifierDeclaration(
    ClassifierDescriptor Descriptor, bool TakesSettings, Func<IServiceProvider, IReadOnlyDictionary<string, object>, IClassifier> Create);

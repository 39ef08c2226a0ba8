using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>A classifier as a plugin declared it.</summary>
internal sealed record ClassifierDeclaration(ClassifierDescriptor Descriptor, Func<IServiceProvider, IClassifier> Create);

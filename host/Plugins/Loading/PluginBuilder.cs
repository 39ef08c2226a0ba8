using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>Collects what a plugin declares.</summary>
internal sealed partial class PluginBuilder : IPluginBuilder
{
    private readonly List<ConnectorDeclaration> _connectors = [];
    private readonly List<ClassifierDeclaration> _classifiers = [];

    public PluginBuilder(ILoggerFactory logging, TimeProvider time)
    {
        // As instances, so that stopping the plugin does not dispose what is the host's.
        Services.AddSingleton(logging);
        Services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(Logger<>)));
        Services.AddSingleton(time);
    }

    public IServiceCollection Services { get; } = new ServiceCollection();

    public IReadOnlyList<ConnectorDeclaration> Connectors => _connectors;

    public IReadOnlyList<ClassifierDeclaration> Classifiers => _classifiers;

    public IPluginBuilder AddChannel<TConnector, TSettings>(ChannelDescriptor descriptor)
        where TConnector : class, IChannelConnector
        where TSettings : class, new()
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        Check("connector", descriptor.Id, descriptor.Name, _connectors.Select(c => c.Descriptor.Id));
        var receives = typeof(IWebhookChannel).IsAssignableFrom(typeof(TConnector));
        if (receives && descriptor.Webhook == WebhookVerification.None)
        {
            throw new InvalidPluginException($"The connector {descriptor.Id} takes webhooks, so its descriptor must say how they are verified.");
        }

        var form = new SettingsForm(typeof(TSettings));
        _connectors.Add(new ConnectorDeclaration(
            descriptor,
            form.Fields,
            receives,
            typeof(IReplyChannel).IsAssignableFrom(typeof(TConnector)),
            new ConnectorFactory<TConnector, TSettings>(form).Create));
        return this;
    }

    public IPluginBuilder AddClassifier<TClassifier>(ClassifierDescriptor descriptor)
        where TClassifier : class, IClassifier
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        Check("classifier", descriptor.Id, descriptor.Name, _classifiers.Select(c => c.Descriptor.Id));
        if (descriptor.ModelVersion is not { Length: > 0 and <= 64 })
        {
            throw new InvalidPluginException($"The classifier {descriptor.Id} must give the version of its model in 1 to 64 characters.");
        }

        _classifiers.Add(new ClassifierDeclaration(descriptor, services => ActivatorUtilities.CreateInstance<TClassifier>(services)));
        return this;
    }

    private static void Check(string what, string? id, string? name, IEnumerable<string> others)
    {
        if (id is null || !Id().IsMatch(id))
        {
            throw new InvalidPluginException($"The id of a {what} must have 1 to 64 lower-case letters, digits and hyphens; it is \"{id}\".");
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            throw new InvalidPluginException($"The {what} {id} has no name.");
        }

        if (others.Contains(id))
        {
            throw new InvalidPluginException($"The {what} {id} is declared twice.");
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}

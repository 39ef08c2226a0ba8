using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>Collects what a plugin declares.</summary>
internal sealed partial class PluginBuilder : IPluginBuilder
{
    private const int MostOfModelVersion = 48;
    private readonly List<ConnectorDeclaration> _connectors = [];
    private readonly List<ClassifierDeclaration> _classifiers = [];
    private readonly List<RecordDeclaration> _records = [];
    private Type? _settings;

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

    public IReadOnlyList<RecordDeclaration> Records => _records;

    /// <summary>The form of the plugin's own settings; empty where it has none.</summary>
    public IReadOnlyList<SettingField> Settings { get; private set; } = [];

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

        var polls = typeof(IPollingChannel).IsAssignableFrom(typeof(TConnector));
        if (polls && (descriptor.MinimumPollInterval < TimeSpan.FromSeconds(1) || descriptor.PollInterval < descriptor.MinimumPollInterval))
        {
            throw new InvalidPluginException($"The connector {descriptor.Id} is polled, so its intervals must be a second or longer, and the usual one no shorter than the minimum.");
        }

        var form = new SettingsForm(typeof(TSettings));
        _connectors.Add(new ConnectorDeclaration(
            descriptor,
            form.Fields,
            receives,
            typeof(IReplyChannel).IsAssignableFrom(typeof(TConnector)),
            typeof(IImportChannel).IsAssignableFrom(typeof(TConnector)),
            polls,
            new ConnectorFactory<TConnector, TSettings>(form).Create));
        return this;
    }

    public IPluginBuilder AddClassifier<TClassifier>(ClassifierDescriptor descriptor)
        where TClassifier : class, IClassifier
    {
        Check(descriptor);
        _classifiers.Add(new ClassifierDeclaration(descriptor, TakesSettings: false, (services, _) => ActivatorUtilities.CreateInstance<TClassifier>(services)));
        return this;
    }

    public IPluginBuilder AddClassifier<TClassifier, TSettings>(ClassifierDescriptor descriptor)
        where TClassifier : class, IClassifier
        where TSettings : class, new()
    {
        Check(descriptor);
        if (_settings is { } other && other != typeof(TSettings))
        {
            throw new InvalidPluginException($"A plugin has one form for its settings, but {other.Name} and {typeof(TSettings).Name} are declared.");
        }

        var form = new SettingsForm(typeof(TSettings));
        (_settings, Settings) = (typeof(TSettings), form.Fields);
        _classifiers.Add(new ClassifierDeclaration(descriptor, TakesSettings: true, new ClassifierFactory<TClassifier, TSettings>(form).Create));
        return this;
    }

    public IPluginBuilder AddSystemOfRecord<TRecord, TSettings>(SystemOfRecordDescriptor descriptor)
        where TRecord : class, ISystemOfRecord
        where TSettings : class, new()
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        Check("system of record", descriptor.Id, descriptor.Name, _records.Select(r => r.Descriptor.Id));
        if (descriptor.BatchSize is < 1 or > 100)
        {
            throw new InvalidPluginException($"The system of record {descriptor.Id} must take 1 to 100 entries at a time.");
        }

        if (descriptor.MinimumPullInterval < TimeSpan.FromSeconds(1) || descriptor.PullInterval < descriptor.MinimumPullInterval)
        {
            throw new InvalidPluginException($"The intervals of the system of record {descriptor.Id} must be a second or longer, and the usual one no shorter than the minimum.");
        }

        var form = new SettingsForm(typeof(TSettings));
        var pulls = typeof(IPullingSystemOfRecord).IsAssignableFrom(typeof(TRecord));
        _records.Add(new RecordDeclaration(descriptor, form.Fields, pulls, new RecordFactory<TRecord, TSettings>(form).Create));
        return this;
    }

    // The mark of its settings is added to the version, and both are stored in 64 characters.
    private void Check(ClassifierDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        Check("classifier", descriptor.Id, descriptor.Name, _classifiers.Select(c => c.Descriptor.Id));
        if (descriptor.ModelVersion is not { Length: > 0 and <= MostOfModelVersion })
        {
            throw new InvalidPluginException($"The classifier {descriptor.Id} must give the version of its model in 1 to {MostOfModelVersion} characters.");
        }
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

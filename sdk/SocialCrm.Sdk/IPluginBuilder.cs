using Microsoft.Extensions.DependencyInjection;

namespace SocialCrm.Sdk;

/// <summary>Takes the declarations of a plugin while it is configured.</summary>
public interface IPluginBuilder
{
    /// <summary>
    /// Services of the plugin's own. They live in a provider that belongs to this plugin alone and is disposed when
    /// the plugin stops. Logging (<c>ILogger&lt;T&gt;</c>) and <see cref="TimeProvider"/> are there already.
    /// </summary>
    IServiceCollection Services { get; }

    /// <summary>Adds a connector for a network. Each configured channel gets an instance of its own.</summary>
    /// <typeparam name="TConnector">
    /// The connector. Its constructor may take a <see cref="ChannelContext{TSettings}"/> and services.
    /// </typeparam>
    /// <typeparam name="TSettings">
    /// The settings of a channel: a class with a parameterless constructor, whose properties with a
    /// <see cref="SettingAttribute"/> are the form that an admin fills in.
    /// </typeparam>
    /// <param name="descriptor">What the connector is called and how the host treats it.</param>
    IPluginBuilder AddChannel<TConnector, TSettings>(ChannelDescriptor descriptor)
        where TConnector : class, IChannelConnector
        where TSettings : class, new();

    /// <summary>Adds a classifier. The host makes one instance, whose methods are called concurrently.</summary>
    /// <typeparam name="TClassifier">The classifier. Its constructor may take services.</typeparam>
    /// <param name="descriptor">What the classifier is called and which model it runs.</param>
    IPluginBuilder AddClassifier<TClassifier>(ClassifierDescriptor descriptor)
        where TClassifier : class, IClassifier;
}

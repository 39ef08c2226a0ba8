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

    /// <summary>
    /// Adds a classifier with settings of its own, which the platform admin fills in on the Plugins page. They hold for the
    /// whole server. A change makes a new instance, on every node; the old one is disposed when its last call has ended.
    /// </summary>
    /// <typeparam name="TClassifier">
    /// The classifier. Its constructor may take a <see cref="ClassifierContext{TSettings}"/> and services.
    /// </typeparam>
    /// <typeparam name="TSettings">
    /// The settings: a class with a parameterless constructor, whose properties with a <see cref="SettingAttribute"/> are the
    /// form that the admin fills in. A plugin has one form: all its classifiers with settings name the same class. While a
    /// required setting is missing the classifier is not asked, and its plugin says so on the Plugins page.
    /// </typeparam>
    /// <param name="descriptor">What the classifier is called and which model it runs.</param>
    IPluginBuilder AddClassifier<TClassifier, TSettings>(ClassifierDescriptor descriptor)
        where TClassifier : class, IClassifier
        where TSettings : class, new();

    /// <summary>Adds a kind of system of record. Each configured system gets an instance of its own.</summary>
    /// <typeparam name="TRecord">
    /// The implementation. Its constructor may take a <see cref="SystemOfRecordContext{TSettings}"/> and services.
    /// </typeparam>
    /// <typeparam name="TSettings">
    /// The settings: a class with a parameterless constructor, whose properties with a <see cref="SettingAttribute"/> are the
    /// form that an admin fills in.
    /// </typeparam>
    /// <param name="descriptor">What it is called and how the host treats it.</param>
    IPluginBuilder AddSystemOfRecord<TRecord, TSettings>(SystemOfRecordDescriptor descriptor)
        where TRecord : class, ISystemOfRecord
        where TSettings : class, new();
}

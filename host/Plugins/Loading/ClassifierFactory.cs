using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>Makes a classifier from the plugin's services and settings.</summary>
internal sealed class ClassifierFactory<TClassifier, TSettings>(SettingsForm form)
    where TClassifier : class, IClassifier
    where TSettings : class, new()
{
    public IClassifier Create(IServiceProvider services, IReadOnlyDictionary<string, object> settings) =>
        InstanceFactory.Create<TClassifier, ClassifierContext<TSettings>>(
            services, () => new ClassifierContext<TSettings> { Settings = form.Filled<TSettings>(settings) });
}

using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>Makes the plugin's side of a system of record from the plugin's services and the system's settings.</summary>
internal sealed class RecordFactory<TRecord, TSettings>(SettingsForm form)
    where TRecord : class, ISystemOfRecord
    where TSettings : class, new()
{
    public ISystemOfRecord Create(IServiceProvider services, InstanceSetup setup) =>
        InstanceFactory.Create<TRecord, SystemOfRecordContext<TSettings>>(services, () => new SystemOfRecordContext<TSettings>
        {
            SystemId = setup.Id.ToString(),
            Settings = form.Filled<TSettings>(setup.Settings),
            SigningSecrets = setup.SigningSecrets,
            Http = setup.Outgoing.NewClient(),
            CheckAddressAsync = setup.Outgoing.Guard.WhyRefusedAsync,
        });
}

using SocialCrm.Sdk;

namespace TestPlugins.NeedsNewerSdk;

public sealed class NewerPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin)
    {
    }
}

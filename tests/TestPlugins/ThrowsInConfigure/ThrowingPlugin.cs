using SocialCrm.Sdk;

namespace TestPlugins.ThrowsInConfigure;

public sealed class ThrowingPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => throw new InvalidOperationException("The licence file is missing.");
}

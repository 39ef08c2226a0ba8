using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Import;

public sealed class ImportPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) =>
        plugin.AddChannel<ImportConnector, ImportSettings>(new ChannelDescriptor
        {
            Id = "import",
            Name = "Import",
            Description = "Bring the history of your conversations along: upload an export (JSON lines or CSV), say which column is what, and watch it come in.",
            IdentityScope = IdentityScope.Channel,
        });
}

using SocialCrm.Sdk;

namespace TestPlugins.HoldsNoPlugin;

public sealed class NotOne
{
    public static string Facet => Facets.Type;
}

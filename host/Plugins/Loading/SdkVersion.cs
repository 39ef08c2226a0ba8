using System.Reflection;
using NuGet.Versioning;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>The version of the SDK that this server speaks.</summary>
internal static class SdkVersion
{
    public static NuGetVersion Current { get; } = NuGetVersion.Parse(
        typeof(IPlugin).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <exception cref="InvalidPluginException">The plugin is made for another.</exception>
    public static void Check(VersionRange range)
    {
        if (!range.Satisfies(Current, VersionComparison.Version))
        {
            throw new InvalidPluginException(
                $"It is made for SDK {range.ToNormalizedString()}; this server has {Current.Version.ToString(3)}. Install a version of the plugin that fits, or upgrade the server.",
                PluginState.Incompatible);
        }
    }
}

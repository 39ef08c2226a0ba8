using System.Reflection;
using System.Runtime.Loader;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>The assemblies of one plugin. It isolates versions, not trust.</summary>
internal sealed class PluginLoadContext(string id, string assembly) : AssemblyLoadContext(id, isCollectible: true)
{
    private readonly AssemblyDependencyResolver _resolver = new(assembly);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (SharedAssemblies.Holds(assemblyName))
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }

        if (_resolver.ResolveAssemblyToPath(assemblyName) is { } path)
        {
            return LoadFromAssemblyPath(path);
        }

        // What the host happens to reference is no promise to a plugin: better to say now what it forgot to ship.
        return SharedAssemblies.IsFramework(assemblyName) || !string.IsNullOrEmpty(assemblyName.CultureName)
            ? null
            : throw new InvalidPluginException($"It needs {assemblyName.Name} {assemblyName.Version}, which it does not bring along.");
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}

using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.Loader;
using System.Runtime.InteropServices;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>
/// The SDK and what its signatures refer to. Host and plugin must mean the same types by them, so they come from the
/// host whatever the plugin ships.
/// </summary>
internal static class SharedAssemblies
{
    private static readonly FrozenSet<string> Names = Closure();
    private static readonly string Framework = RuntimeEnvironment.GetRuntimeDirectory();

    public static bool Holds(AssemblyName name) => Names.Contains(name.Name!);

    /// <summary>Whether it is a part of .NET itself, which every context shares.</summary>
    public static bool IsFramework(AssemblyName name) => File.Exists(Path.Combine(Framework, $"{name.Name}.dll"));

    private static FrozenSet<string> Closure()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Stack<Assembly>([typeof(IPlugin).Assembly]);
        while (waiting.TryPop(out var assembly))
        {
            if (names.Add(assembly.GetName().Name!))
            {
                foreach (var reference in assembly.GetReferencedAssemblies().Where(r => !names.Contains(r.Name!)))
                {
                    waiting.Push(AssemblyLoadContext.Default.LoadFromAssemblyName(reference));
                }
            }
        }

        return names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}

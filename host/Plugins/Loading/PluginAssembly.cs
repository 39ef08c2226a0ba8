using System.Reflection;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>A plugin's code, loaded and looked at, but not run.</summary>
internal static class PluginAssembly
{
    /// <exception cref="InvalidPluginException">It cannot be loaded, or does not hold exactly one plugin.</exception>
    public static Type FindPlugin(PluginLoadContext context, string path)
    {
        // Every type now rather than one by one later: a missing dependency shows at the start.
        var plugins = Types(context, path).Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IPlugin).IsAssignableFrom(type)).ToList();
        if (plugins is not [var plugin])
        {
            throw new InvalidPluginException(plugins.Count == 0
                ? $"{Path.GetFileName(path)} holds no class that implements IPlugin."
                : $"{Path.GetFileName(path)} holds {plugins.Count} classes that implement IPlugin; it must be exactly one.");
        }

        return plugin.IsPublic && plugin.GetConstructor(Type.EmptyTypes) is not null
            ? plugin
            : throw new InvalidPluginException($"{plugin.Name} must be public and have a public constructor without parameters.");
    }

    private static Type[] Types(PluginLoadContext context, string path)
    {
        try
        {
            return context.LoadFromAssemblyPath(path).GetTypes();
        }
        catch (ReflectionTypeLoadException error)
        {
            throw new InvalidPluginException($"It cannot be loaded: {Cause(error.LoaderExceptions.FirstOrDefault() ?? error)}");
        }
        catch (Exception error) when (error is IOException or BadImageFormatException)
        {
            throw new InvalidPluginException($"It cannot be loaded: {Cause(error)}");
        }
    }

    private static string Cause(Exception error) => error.InnerException is InvalidPluginException invalid ? invalid.Message : error.Message;
}

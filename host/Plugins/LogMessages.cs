namespace SocialCrm.Host.Plugins;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "No bundled plugins were found; set Plugins:BundledDirectory if there should be some")]
    public static partial void NoBundledPlugins(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Plugin {PluginId} {Version} was copied to the plugins folder")]
    public static partial void Staged(this ILogger logger, string pluginId, string version);

    [LoggerMessage(Level = LogLevel.Error, Message = "The bundled plugin {PluginId} could not be copied to the plugins folder")]
    public static partial void NotStaged(this ILogger logger, string pluginId, Exception error);

    [LoggerMessage(Level = LogLevel.Information, Message = "Plugin {PluginId} {Version} is running")]
    public static partial void Started(this ILogger logger, string pluginId, string version);

    [LoggerMessage(Level = LogLevel.Information, Message = "Plugin {PluginId} was stopped")]
    public static partial void Stopped(this ILogger logger, string pluginId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Plugin {PluginId} works by new settings")]
    public static partial void Configured(this ILogger logger, string pluginId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Plugin {PluginId} {Version} is not running: {Reason}")]
    public static partial void NotStarted(this ILogger logger, string pluginId, string version, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Plugin {PluginId}: {Reason}\n{StackTrace}")]
    public static partial void CallFailed(this ILogger logger, string pluginId, string reason, string stackTrace);

    [LoggerMessage(Level = LogLevel.Error, Message = "Plugin {PluginId} is paused after repeated faults: {Reason}")]
    public static partial void CallsPaused(this ILogger logger, string pluginId, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Plugin {PluginId} threw while it was disposed of: {Error}")]
    public static partial void NotDisposed(this ILogger logger, string pluginId, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The wanted states of the plugins could not be read; they stay as they are")]
    public static partial void StatesUnread(this ILogger logger, Exception error);
}

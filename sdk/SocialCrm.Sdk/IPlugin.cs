namespace SocialCrm.Sdk;

/// <summary>The entry point of a plugin. The plugin's assembly holds exactly one public type that implements it.</summary>
/// <remarks>
/// The host makes one instance with the parameterless constructor and calls <see cref="Configure"/> once, before
/// anything else. Neither may block or use the network. An exception there stops this plugin alone: it is listed
/// as failed with the exception's message.
/// </remarks>
public interface IPlugin
{
    /// <summary>Declares what the plugin brings. Called once, on one thread.</summary>
    /// <param name="plugin">Takes the declarations. Not to be kept after the call returns.</param>
    void Configure(IPluginBuilder plugin);
}

namespace SocialCrm.Host.Plugins.Calls;

/// <summary>A kind of call to a plugin, and how much of the server one plugin may take up with it.</summary>
/// <param name="Name">What the plugin was doing, for reasons and logs.</param>
/// <param name="Budget">How long a call may take before its token is cancelled.</param>
/// <param name="Concurrency">How many calls run at once; those that never come back hold their place for good.</param>
internal sealed record PluginCall(string Name, TimeSpan Budget, int Concurrency)
{
    public static PluginCall Classify { get; } = new("classifying", TimeSpan.FromSeconds(2), 8);

    public static PluginCall Parse { get; } = new("reading a request", TimeSpan.FromSeconds(2), 8);

    public static PluginCall Check { get; } = new("testing the connection", TimeSpan.FromSeconds(10), 4);

    public static PluginCall Send { get; } = new("sending", TimeSpan.FromSeconds(30), 16);

    public static PluginCall Import { get; } = new("reading a file", TimeSpan.FromSeconds(10), 4);

    public static PluginCall Poll { get; } = new("polling", TimeSpan.FromSeconds(30), 8);

    public static PluginCall Record { get; } = new("handing over to the system of record", TimeSpan.FromSeconds(30), 16);

    public static IReadOnlyList<PluginCall> All { get; } = [Classify, Parse, Check, Send, Import, Poll, Record];
}

namespace SocialCrm.Sdk;

/// <summary>What a classifier with settings gets from the host when it is made.</summary>
/// <typeparam name="TSettings">The plugin's settings class.</typeparam>
public sealed class ClassifierContext<TSettings>
    where TSettings : class
{
    /// <summary>The settings as the platform admin saved them, already validated. A change makes a new instance of the classifier.</summary>
    public required TSettings Settings { get; init; }
}

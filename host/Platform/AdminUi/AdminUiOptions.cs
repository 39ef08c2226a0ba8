namespace SocialCrm.Host.Platform.AdminUi;

/// <summary>Bound from the section "AdminUi".</summary>
public sealed class AdminUiOptions
{
    /// <summary>The folder of the built admin UI; relative to the program's own. Where it is missing the API works all the same.</summary>
    public string Directory { get; set; } = "wwwroot";
}

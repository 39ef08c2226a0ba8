using System.Text;

namespace SocialCrm.Plugins.Classifiers.BuiltIn;

/// <summary>The word lists and weights inside the assembly.</summary>
internal static class Resources
{
    public static Stream Open(string name) => typeof(Resources).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidDataException($"The plugin lacks its resource {name}: build it again from a complete checkout.");

    public static StreamReader OpenText(string name) => new(Open(name), Encoding.UTF8);
}

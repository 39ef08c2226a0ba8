namespace SocialCrm.Architecture.Tests;

/// <param name="Path">Relative to the repository's root.</param>
/// <param name="Text">What it holds.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The slice of the host that it belongs to, such as "Customers".</summary>
    public string Slice => Path.Split('/')[1];

    public int Lines => Text.AsSpan().Count('\n');

    public override string ToString() => Path;
}

using System.Text;
using System.Text.RegularExpressions;

namespace SocialCrm.Host.Tests.Mail;

/// <param name="To">The recipient of the envelope.</param>
/// <param name="Raw">Headers and body as they came.</param>
internal sealed partial record ReceivedMail(string To, string Raw)
{
    private string Head => Raw[..Raw.IndexOf("\n\n", StringComparison.Ordinal)];

    public IReadOnlyList<string> HeaderNames => [.. HeaderName().Matches(Head).Select(m => m.Groups["name"].Value)];

    public string Subject => Words(Header("Subject"));

    public string Header(string name) =>
        Regex.Match(Head, $@"^{name}: (?<value>.*(\n[ \t].*)*)", RegexOptions.Multiline, TimeSpan.FromSeconds(5)).Groups["value"].Value.Replace("\n", "", StringComparison.Ordinal);

    /// <summary>The parts of the body, decoded.</summary>
    public string Text => string.Join('\n', Part().Matches(Raw).Select(m => Decoded(m.Groups["encoding"].Value, m.Groups["body"].Value)));

    /// <summary>What stands behind the # of the mail's link to a page.</summary>
    public string Secret(string page) => Regex.Match(Text, $"/{page}#(?<secret>[\\w-]+)", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups["secret"].Value;

    private static string Decoded(string encoding, string body) => encoding switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal))),
        "quoted-printable" => Quoted(body.Replace("=\n", "", StringComparison.Ordinal)),
        _ => body,
    };

    private static string Quoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            var isCode = text[i] == '=' && i + 2 < text.Length;
            bytes.Add(isCode ? Convert.ToByte(text.Substring(i + 1, 2), 16) : (byte)text[i]);
            i += isCode ? 2 : 0;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Words(string header) => EncodedWord().Replace(
        header.Replace("?= =?", "?==?", StringComparison.Ordinal),
        m => m.Groups["kind"].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups["text"].Value))
            : Quoted(m.Groups["text"].Value.Replace('_', ' ')));

    [GeneratedRegex(@"^(?<name>[A-Za-z-]+):", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex HeaderName();

    [GeneratedRegex(@"Content-Transfer-Encoding: (?<encoding>\S+)\n\n(?<body>.*?)(\n--|\z)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Part();

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BbQq])\?(?<text>.*?)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex EncodedWord();
}

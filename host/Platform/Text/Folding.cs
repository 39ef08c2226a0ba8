using System.Collections.Frozen;
using System.Text;

namespace SocialCrm.Host.Platform.Text;

/// <summary>
/// Lower case, without diacritics. A table of our own: where a server has no ICU library, .NET leaves accents where they
/// are, and a query must find the same on every server. Generated from NFKD of the Unicode database, and the letters with a
/// stroke besides.
/// </summary>
internal static class Folding
{
    private static readonly (string Plain, string Letters)[] Table =
    [
        ("0", "０"),
        ("1", "１"),
        ("2", "２"),
        ("3", "３"),
        ("4", "４"),
        ("5", "５"),
        ("6", "６"),
        ("7", "７"),
        ("8", "８"),
        ("9", "９"),
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặａ"),
        ("ae", "æǣǽ"),
        ("aʾ", "ẚ"),
        ("b", "ḃḅḇｂ"),
        ("c", "çćĉċčḉｃ"),
        ("d", "ðďđḋḍḏḑḓｄ"),
        ("dz", "ǆǳ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệｅ"),
        ("f", "ḟｆ"),
        ("g", "ĝğġģǧǵḡｇ"),
        ("h", "ĥħȟḣḥḧḩḫẖｈ"),
        ("i", "ìíîïĩīĭįıǐȉȋḭḯỉịｉ"),
        ("ij", "ĳ"),
        ("j", "ĵǰｊ"),
        ("k", "ķǩḱḳḵｋ"),
        ("l", "ĺļľłḷḹḻḽｌ"),
        ("lj", "ǉ"),
        ("m", "ḿṁṃｍ"),
        ("n", "ñńņňǹṅṇṉṋｎ"),
        ("nj", "ǌ"),
        ("o", "òóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓǿọỏốồổỗộớờởỡợｏ"),
        ("oe", "œ"),
        ("p", "ṕṗｐ"),
        ("q", "ｑ"),
        ("r", "ŕŗřȑȓṙṛṝṟｒ"),
        ("s", "śŝşšſșṡṣṥṧṩẛｓ"),
        ("ss", "ß"),
        ("t", "ţťŧțṫṭṯṱẗｔ"),
        ("th", "þ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựｕ"),
        ("v", "ṽṿｖ"),
        ("w", "ŵẁẃẅẇẉẘｗ"),
        ("x", "ẋẍｘ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹｙ"),
        ("z", "źżžẑẓẕｚ"),
        ("ʒ", "ǯ"),
        ("ʼn", "ŉ"),
        ("α", "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
        ("β", "ϐ"),
        ("ε", "έϵἐἑἒἓἔἕὲέ"),
        ("η", "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
        ("θ", "ϑ"),
        ("ι", "ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ"),
        ("κ", "ϰ"),
        ("ο", "όὀὁὂὃὄὅὸό"),
        ("π", "ϖ"),
        ("ρ", "ϱῤῥ"),
        ("σ", "ςϲ"),
        ("υ", "ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
        ("φ", "ϕ"),
        ("ω", "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
        ("а", "ӑӓ"),
        ("г", "ѓ"),
        ("е", "ѐёӗ"),
        ("ж", "ӂӝ"),
        ("з", "ӟ"),
        ("и", "йѝӣӥ"),
        ("к", "ќ"),
        ("о", "ӧ"),
        ("у", "ўӯӱӳ"),
        ("ч", "ӵ"),
        ("ы", "ӹ"),
        ("э", "ӭ"),
        ("і", "ї"),
        ("ѵ", "ѷ"),
        ("ә", "ӛ"),
        ("ө", "ӫ"),
    ];

    private static readonly FrozenDictionary<char, string> Plain =
        Table.SelectMany(row => row.Letters.Select(letter => KeyValuePair.Create(letter, row.Plain))).ToFrozenDictionary();

    /// <summary>A word for comparing; one of accents alone stays as it is.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = Letters(word);
        return folded.Length > 0 ? folded : word.ToString();
    }

    /// <summary>A text for comparing, letter by letter.</summary>
    public static string Letters(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            // Lower case has two letters for it, of which one is an accent.
            var lower = c == 'İ' ? 'i' : char.ToLowerInvariant(c);
            if (Plain.TryGetValue(lower, out var plain))
            {
                folded.Append(plain);
            }
            else if (!IsDiacritic(lower))
            {
                folded.Append(lower);
            }
        }

        return folded.ToString();
    }

    // Latin and Greek accents, Hebrew points, Arabic vowel signs. The vowel signs of other scripts make other words.
    private static bool IsDiacritic(char c) => c is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u064B' and <= '\u065F') or '\u0670';
}

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Text;

/// <summary>A piece of the text. <see cref="Repeats"/> tells a run of one sign or pictograph, which is one token.</summary>
internal readonly record struct Token(
    int Start, int Length, TokenKind Kind, int Repeats, bool IsShouted, bool OpensClause)
{
    public bool IsWordLike => Kind is TokenKind.Word or TokenKind.Hashtag or TokenKind.Number;

    public bool EndsClause => Kind is TokenKind.Stop or TokenKind.Exclamation or TokenKind.Question or TokenKind.Comma;
}

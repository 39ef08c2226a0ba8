namespace SocialCrm.Plugins.Classifiers.BuiltIn.Text;

internal enum TokenKind : byte
{
    Word,
    Hashtag,
    Number,
    Mention,
    Link,
    Pictograph,
    Emoticon,
    Comma,
    Stop,
    Exclamation,
    Question,
}

using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;
using SocialCrm.Plugins.Classifiers.BuiltIn.Text;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Reading;

/// <summary>What a message looks like from afar: how long, how loud, what it ends in and what it answers.</summary>
internal static class ShapeReader
{
    private const int FewWords = 6;
    private const float ManyWords = 40;

    public static void Read(ClassifierInput message, MessageReading reading)
    {
        var words = 0;
        var shouted = 0;
        var ending = TokenKind.Word;
        foreach (var token in reading.Tokens)
        {
            words += token.Kind == TokenKind.Word ? 1 : 0;
            shouted += token.IsShouted ? 1 : 0;
            Mark(token.Kind, reading);
            ending = token.Kind is TokenKind.Link or TokenKind.Mention or TokenKind.Hashtag or TokenKind.Pictograph ? ending : token.Kind;
        }
        reading[Signal.Always] = 1;
        reading[Signal.EndsAsking] = ending == TokenKind.Question ? 1 : 0;
        reading[Signal.Shouting] = words == 0 ? 0 : Math.Min(1, 2f * shouted / words);
        reading[Signal.Short] = words < FewWords ? 1 : 0;
        reading[Signal.Long] = Math.Min(1, words / ManyWords);
        reading[Signal.Answer] = message.IsAnswer ? 1 : 0;
        reading[Signal.Review] = message.Kind == MessageKind.Review ? 1 : 0;
    }

    private static void Mark(TokenKind kind, MessageReading reading)
    {
        var signal = kind switch
        {
            TokenKind.Link => Signal.Link,
            TokenKind.Hashtag => Signal.Hashtag,
            TokenKind.Mention => Signal.Mention,
            TokenKind.Number => Signal.Number,
            _ => Signal.Always,
        };
        reading[signal] = 1;
    }
}

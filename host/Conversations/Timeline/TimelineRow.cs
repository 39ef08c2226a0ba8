namespace SocialCrm.Host.Conversations;

/// <summary>A row of one of the tables that make up a timeline.</summary>
internal sealed record TimelineRow(DateTime At, Guid Id)
{
    public Interaction? Message { get; private init; }

    public Note? Note { get; private init; }

    public ConversationEvent? Event { get; private init; }

    public Conversation? Opened { get; private init; }

    public static TimelineRow Of(Interaction message) => new(message.OccurredAt, message.Id) { Message = message };

    public static TimelineRow Of(Note note) => new(note.At, note.Id) { Note = note };

    public static TimelineRow Of(ConversationEvent done) => new(done.At, done.Id) { Event = done };

    /// <summary>That a conversation began is no event of its own: the conversation says when.</summary>
    public static TimelineRow Of(Conversation opened) => new(opened.OpenedAt, opened.Id) { Opened = opened };
}

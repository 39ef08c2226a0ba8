namespace SocialCrm.Host.Ingestion;

/// <summary>A message of the organisation's own that answers nothing known.</summary>
internal sealed class UnplacedMessageException() : Exception(Reason)
{
    public const string Reason = "A message of your organisation belongs to a conversation, but neither the message that it answers nor its thread is known on this channel.";
}

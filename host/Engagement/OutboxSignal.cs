using SocialCrm.Host.Platform.Events;

namespace SocialCrm.Host.Engagement;

/// <summary>Tells this node that something is to be sent. The poll finds what other nodes queued and what fell due.</summary>
public sealed class OutboxSignal : DueSignal;

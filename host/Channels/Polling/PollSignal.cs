using SocialCrm.Host.Platform.Events;

namespace SocialCrm.Host.Channels;

/// <summary>Tells this node that a channel has fallen due. Each node also looks every second.</summary>
public sealed class PollSignal : DueSignal;

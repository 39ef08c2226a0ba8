using SocialCrm.Host.Platform.Events;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Tells this node that a system is to be told of all customers. Each node also looks every second.</summary>
public sealed class SendingSignal : DueSignal;

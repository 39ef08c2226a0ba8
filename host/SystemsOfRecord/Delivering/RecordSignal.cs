using SocialCrm.Host.Platform.Events;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Tells this node that something is to be handed over. Each node also looks every second.</summary>
public sealed class RecordSignal : DueSignal;

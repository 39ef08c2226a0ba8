using SocialCrm.Host.Platform.Outgoing;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>What the plugin's side of one channel or system of record is made from. The newest secret comes first.</summary>
internal sealed record InstanceSetup(Guid Id, IReadOnlyDictionary<string, object> Settings, IReadOnlyList<string> SigningSecrets, OutgoingHttp Outgoing)
{
    /// <summary>Opens a file that a message takes along, by its handle.</summary>
    public Func<string, CancellationToken, ValueTask<Stream>>? OpenAttachmentAsync { get; init; }
}

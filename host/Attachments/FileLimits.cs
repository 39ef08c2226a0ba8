using Microsoft.Extensions.Options;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Attachments;

/// <summary>What may go with one message.</summary>
/// <param name="Most">The most files; 0 where none can be sent.</param>
/// <param name="LargestBytes">The most bytes of a file.</param>
/// <param name="Types">The media types that are taken, such as image/png or image/*; empty for all.</param>
/// <param name="WithoutText">True when a message may consist of files alone.</param>
public sealed record FileLimits(int Most, long LargestBytes, IReadOnlyList<string> Types, bool WithoutText);

/// <summary>Tells what files may go with replies and notes.</summary>
public sealed class FileRules(IOptions<AttachmentsOptions> options)
{
    /// <summary>Notes stay here: only this server's own limits hold.</summary>
    public FileLimits ForNotes => new(options.Value.MostOfMessage, options.Value.MostBytes, TypeRules.List(options.Value.AllowedTypes), true);

    /// <summary>What the channel can send as well as this server takes.</summary>
    public FileLimits ForReplies(AttachmentSupport? channel) => channel is null
        ? new FileLimits(0, 0, [], false)
        : ForNotes with
        {
            Most = Math.Min(channel.Most, options.Value.MostOfMessage),
            LargestBytes = Math.Min(channel.LargestBytes, options.Value.MostBytes),
            Types = channel.Types.Count > 0 ? [.. channel.Types] : ForNotes.Types,
            WithoutText = channel.WithoutText,
        };
}

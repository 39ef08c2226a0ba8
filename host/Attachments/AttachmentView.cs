namespace SocialCrm.Host.Attachments;

/// <summary>A file of a message or note.</summary>
public sealed record AttachmentView
{
    /// <summary>The attachment's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the sender called it, made safe to show.</summary>
    public required string Name { get; init; }

    /// <summary>Its media type: what its content shows once it is stored, before that what the sender said; null where neither is known.</summary>
    public required string? Type { get; init; }

    /// <summary>In bytes, where known.</summary>
    public required long? Size { get; init; }

    /// <summary>draft (uploaded, not sent), pending (being fetched), stored, refused (the reason says why) or gone (kept long enough).</summary>
    public required AttachmentState State { get; init; }

    /// <summary>Why it was refused or is gone, or what went wrong at the last attempt to fetch it.</summary>
    public required string? Reason { get; init; }

    /// <summary>Where to download it; null while or because there is nothing.</summary>
    public required string? Url { get; init; }

    /// <summary>Where to see it; null for all that is no picture that can be shown.</summary>
    public required string? PreviewUrl { get; init; }

    /// <summary>Of a picture that can be shown, in pixels.</summary>
    public required int? Width { get; init; }

    /// <summary>Of a picture that can be shown, in pixels.</summary>
    public required int? Height { get; init; }

    internal static AttachmentView Of(Attachment file)
    {
        var address = file.FileId is null ? null : $"/api/v1/attachments/{file.Id}";
        return new AttachmentView
        {
            Id = file.Id,
            Name = file.Name,
            Type = file.Type ?? file.DeclaredType,
            Size = file.Size,
            State = file.State,
            Reason = file.Reason,
            Url = address,
            PreviewUrl = address is not null && file.Width is not null ? $"{address}/preview" : null,
            Width = file.Width,
            Height = file.Height,
        };
    }
}

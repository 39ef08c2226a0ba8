using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Feed.Fetching;

/// <summary>A feed as it came.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="Charset">The charset of the Content-Type header, or null.</param>
/// <param name="MediaType">The media type, or null.</param>
/// <param name="ETag">The entity tag as it was written, or null.</param>
/// <param name="LastModified">The Last-Modified header as it was written, or null.</param>
/// <param name="Address">Where it came from in the end.</param>
/// <param name="Moved">Where it has moved to for good, or null.</param>
internal sealed record FetchedFeed(byte[] Body, string? Charset, string? MediaType, string? ETag, string? LastModified, Uri Address, Uri? Moved);

/// <summary>A feed, or why there is none; neither when it has not changed.</summary>
internal sealed record FetchAnswer(FetchedFeed? Feed, PollResult? Problem);

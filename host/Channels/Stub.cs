using SocialCrm.Sdk;
using SocialCrm.Host.Platform.Database;
namespace SocialCrm.Host.Channels;
public sealed record ConfiguredChannel { public Guid TenantId { get; init; } public Guid Id { get; init; } public string Connector { get; init; } = ""; public string Name { get; init; } = ""; public bool Enabled { get; init; } public bool Deleted { get; init; } public string IdentityScope { get; init; } = ""; public IReadOnlyList<string> SigningSecrets { get; init; } = []; }
public sealed class ChannelDirectory {
  public ValueTask<ConfiguredChannel?> FindByWebhookAsync(string t, string c, CancellationToken ct) => default;
  public ValueTask<ConfiguredChannel?> FindAsync(Guid t, Guid c, CancellationToken ct) => default;
  public ValueTask<IReadOnlyDictionary<Guid, ConfiguredChannel>> AllAsync(Guid t, CancellationToken ct) => default; }
public sealed class ChannelCalls {
  public ValueTask<IReadOnlyList<ParsedRequest>> ParseAsync(ConfiguredChannel c, IReadOnlyList<WebhookRequest> r, CancellationToken ct) => default;
  public ValueTask<SendResult> SendAsync(ConfiguredChannel c, OutboundMessage m, CancellationToken ct) => default;
  public string? WhyCannotReply(ConfiguredChannel c) => null; public bool SendsIdempotently(ConfiguredChannel c) => true; }
public static class ChannelActivityWriter { public static Task WriteAsync(SqlSession s, Guid t, IReadOnlyCollection<(Guid ChannelId, DateTime At)> seen, CancellationToken ct) => Task.CompletedTask; }

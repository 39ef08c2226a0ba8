using Microsoft.Extensions.Options;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Channels;

/// <summary>The addresses to which networks post the messages of channels.</summary>
internal sealed class WebhookAddress(IOptions<ChannelsOptions> options, Tenants tenants, Caller caller)
{
    private string? _start;

    public async ValueTask<string> OfAsync(Channel channel, HttpRequest request, CancellationToken ct)
    {
        _start ??= $"{Server(request)}/hooks/{await tenants.WebhookTokenAsync(caller.TenantId, ct)}/";
        return _start + channel.WebhookToken;
    }

    private string Server(HttpRequest request) => options.Value.PublicUrl is { Length: > 0 } configured
        ? configured.TrimEnd('/')
        : $"{request.Scheme}://{request.Host}{request.PathBase}";
}

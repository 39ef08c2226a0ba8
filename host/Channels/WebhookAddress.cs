using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Channels;

/// <summary>The addresses to which networks post the messages of channels.</summary>
internal sealed class WebhookAddress(PublicAddress address, Tenants tenants, Caller caller)
{
    private string? _start;

    public async ValueTask<string> OfAsync(Channel channel, HttpRequest request, CancellationToken ct)
    {
        _start ??= $"{address.Of(request)}/hooks/{await tenants.WebhookTokenAsync(caller.TenantId, ct)}/";
        return _start + channel.WebhookToken;
    }
}

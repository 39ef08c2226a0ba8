using Microsoft.AspNetCore.Identity;

namespace SocialCrm.Host.Access;

/// <summary>A person who can sign in. Users are global; what they may do is said by their memberships.</summary>
public sealed class User : IdentityUser<Guid>
{
    public required string Name { get; set; }

    /// <summary>A role above all tenants: runs the server, installs plugins, creates tenants.</summary>
    public bool PlatformAdmin { get; set; }
}

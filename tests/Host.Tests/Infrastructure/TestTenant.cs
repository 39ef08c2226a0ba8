using SocialCrm.Host.Access;
using SocialCrm.Host.Access.ApiKeys;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Access.Sessions;

namespace SocialCrm.Host.Tests.Infrastructure;

/// <summary>A tenant of its own for a test: tests that share a server never see each other's data.</summary>
public sealed class TestTenant
{
    private TestTenant(RealServer server, ApiClient owner, SessionInfo session) => (Server, Owner, Session) = (server, owner, session);

    public RealServer Server { get; }

    /// <summary>The owner, signed in with cookies.</summary>
    public ApiClient Owner { get; }

    public SessionInfo Session { get; }

    public Guid Id => Session.Tenant.Id;

    public static async Task<TestTenant> OpenAsync(RealServer server, ApiClient owner) =>
        new(server, owner, await owner.GetAsync<SessionInfo>("/api/v1/session"));

    /// <summary>A new member, signed in with cookies.</summary>
    public async Task<(Member Member, ApiClient Client)> MemberAsync(Role role, string? name = null)
    {
        var request = new NewMember(name ?? role.ToString(), TestPeople.NewEmail(), TestPeople.Password, role);
        var member = await Owner.PostAsync<Member>("/api/v1/users", request);
        return (member, await Server.SignInAsync(request.Email));
    }

    /// <summary>A program with a new API key.</summary>
    public async Task<ApiClient> KeyAsync(Role role)
    {
        var created = await Owner.PostAsync<CreatedApiKey>("/api/v1/api-keys", new NewApiKey(role.ToString(), role));
        return Server.WithKey(created.Key);
    }
}

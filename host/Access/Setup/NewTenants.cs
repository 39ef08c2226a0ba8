using System.Buffers.Text;
using System.Security.Cryptography;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.Setup;

/// <summary>Adds a tenant, its owner and what each slice gives to a new tenant. The caller saves: all of it, or nothing.</summary>
internal sealed class NewTenants(CrmDbContext db, NewPeople people, IEnumerable<ITenantSetup> setups, TimeProvider time)
{
    public async Task<Dictionary<string, string[]>> ErrorsAsync(SignUp request)
    {
        var errors = await people.ErrorsAsync(request.Name, request.Email, request.Password);
        if (string.IsNullOrWhiteSpace(request.Organisation) || request.Organisation.Length > Tenant.NameLength)
        {
            errors["organisation"] = [$"Give the organisation's name, of at most {Tenant.NameLength} characters."];
        }

        return errors;
    }

    public SessionAccess Add(SignUp request, bool platformAdmin)
    {
        var now = time.GetUtcNow();
        var tenant = new Tenant
        {
            Id = Guid.CreateVersion7(now),
            Name = request.Organisation.Trim(),
            WebhookToken = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12)),
            CreatedAt = now.UtcDateTime,
        };
        var owner = people.Add(request.Name, request.Email, request.Password, platformAdmin);
        db.Add(tenant);
        db.Add(new Membership { TenantId = tenant.Id, UserId = owner.Id, Role = Role.Owner, CreatedAt = now.UtcDateTime });
        foreach (var setup in setups)
        {
            setup.Prepare(db, tenant.Id);
        }

        return new SessionAccess(owner.Id, owner.Name, owner.Email!, platformAdmin, owner.SecurityStamp, tenant.Id, tenant.Name, tenant.TimeZone, Role.Owner);
    }
}

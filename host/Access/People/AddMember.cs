using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.People;

/// <param name="Name">What the person is called.</param>
/// <param name="Email">The address they will sign in with.</param>
/// <param name="Password">Their first password, of at least 8 characters.</param>
/// <param name="Role">What they may do; not more than you may.</param>
public sealed record NewMember(string Name, string Email, string Password, Role Role);

internal static class AddMember
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/users", HandleAsync).RequireAuthorization(Permissions.ManageTenant);

    /// <summary>Adds a member</summary>
    /// <remarks>Somebody who can sign in at once with the address and the password given.</remarks>
    private static async Task<Results<Created<Member>, ProblemHttpResult>> HandleAsync(
        NewMember request, NewPeople people, Caller caller, CrmDbContext db, AuditTrail audit, MemberNews news, TimeProvider time, CancellationToken ct)
    {
        var errors = await people.ErrorsAsync(request.Name, request.Email, request.Password);
        if (!RolePermissions.MayGive(caller.Role, request.Role))
        {
            errors["role"] = ["Nobody can give more than they may do themselves."];
        }

        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        var user = people.Add(request.Name, request.Email, request.Password);
        db.Add(new Membership
        {
            TenantId = caller.TenantId,
            UserId = user.Id,
            Role = request.Role,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        });
        audit.Record("member.added", "user", user.Id, $"{user.Name} ({request.Role})");
        await db.SaveChangesAsync(ct);
        await news.ChangedAsync(caller.TenantId);
        return TypedResults.Created((string?)null, new Member(user.Id, user.Name, user.Email!, request.Role));
    }
}

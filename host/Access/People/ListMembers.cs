using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.People;

internal static class ListMembers
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/users", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace);

    /// <summary>Lists the members</summary>
    /// <remarks>Everybody who works in this organisation, by name: those to whom a conversation can be assigned.</remarks>
    private static async Task<Ok<Page<Member>>> HandleAsync(CrmDbContext db, CancellationToken ct)
    {
        var members = await (
            from member in db.Set<Membership>()
            where member.RemovedAt == null
            join user in db.Users on member.UserId equals user.Id
            orderby user.Name, user.Id
            select new Member(user.Id, user.Name, user.Email!, member.Role)).ToListAsync(ct);
        return TypedResults.Ok(new Page<Member>(members, null));
    }
}

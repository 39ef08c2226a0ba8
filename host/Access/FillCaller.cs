using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access;

/// <summary>Binds the request to its caller: everything after it sees this tenant's rows and no others.</summary>
internal sealed class FillCaller(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.User.TenantId() is { } tenant)
        {
            var caller = context.RequestServices.GetRequiredService<Caller>();
            caller.TenantId = tenant;
            caller.UserId = context.User.UserId();
            caller.KeyId = context.User.KeyId();
            caller.Name = context.User.NameOf();
            caller.Role = context.User.RoleOf();
            context.RequestServices.GetRequiredService<CrmDbContext>().TenantId = tenant;
        }

        return next(context);
    }
}

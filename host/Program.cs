using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.AdminUi;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Platform.Http.Swagger;
using SocialCrm.Host.Platform.Observability;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.AddObservability();
builder.AddHttp();
builder.AddAdminUi();
builder.AddDatabase();
builder.AddAccess();
builder.AddAudit();

var app = builder.Build();

app.UseHttp();
app.UseAdminUi();
app.UseAccess();
app.MapObservability();

var api = app.MapApi();
api.MapAccess();
api.MapAudit();

if (await app.WriteOpenApiAsync())
{
    return;
}

await app.MigrateDatabaseAsync();
await app.RunAsync();

public sealed partial class Program;

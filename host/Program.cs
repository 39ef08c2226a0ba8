using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Engagement;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Platform.AdminUi;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Platform.Http.Swagger;
using SocialCrm.Host.Platform.Observability;
using SocialCrm.Host.Platform.Outgoing;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Routing;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.AddObservability();
builder.AddHttp();
builder.AddAdminUi();
builder.AddDatabase();
builder.AddAccess();
builder.AddAudit();
builder.AddEvents();
builder.AddOutgoing();
builder.AddPlugins();
builder.AddChannels();
builder.AddIngestion();
builder.AddClassification();
builder.AddRouting();
builder.AddCustomers();
builder.AddConversations();
builder.AddEngagement();

var app = builder.Build();

app.UseHttp();
app.UseAdminUi();
app.UseAccess();
app.MapObservability();
app.MapEvents();

var api = app.MapApi();
api.MapAccess();
api.MapAudit();
api.MapPlugins();
api.MapChannels();
api.MapIngestion();
api.MapConversations();
api.MapCustomers();
api.MapClassification();
api.MapRouting();
api.MapEngagement();
app.MapWebhooks();

if (!await app.WriteOpenApiAsync())
{
    await app.MigrateDatabaseAsync();
    await app.RunAsync();
}

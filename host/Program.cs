using SocialCrm.Host.Access;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Engagement;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Listening;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Routing;
using SocialCrm.Host.SystemsOfRecord;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.AddPlatform();
builder.AddAccess();
builder.AddAudit();
builder.AddPlugins();
builder.AddChannels();
builder.AddIngestion();
builder.AddClassification();
builder.AddListening();
builder.AddRouting();
builder.AddCustomers();
builder.AddConversations();
builder.AddEngagement();
builder.AddAttachments();
builder.AddAnalytics();
builder.AddSystemsOfRecord();
builder.AddNotifications();

var app = builder.Build();

app.UsePlatform();
app.UseAccess();
app.MapPlatform();

var api = app.MapApi();
api.MapAccess();
api.MapAudit();
api.MapPlugins();
api.MapChannels();
api.MapIngestion();
api.MapConversations();
api.MapCustomers();
api.MapClassification();
api.MapListening();
api.MapRouting();
api.MapEngagement();
api.MapAttachments();
api.MapAnalytics();
api.MapSystemsOfRecord();
api.MapNotifications();
app.MapWebhooks();
app.MapMedia();

await app.ServeAsync();

using SocialCrm.Host.Platform.Database;

var builder = WebApplication.CreateBuilder(args);

builder.AddDatabase();

var app = builder.Build();

await app.MigrateDatabaseAsync();
await app.RunAsync();

public sealed partial class Program;

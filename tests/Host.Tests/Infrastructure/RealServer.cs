using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace SocialCrm.Host.Tests.Infrastructure;

/// <summary>The real host, started through its own Program, listening on a real port of this machine.</summary>
public sealed class RealServer : IAsyncDisposable
{
    private static readonly string[] Quiet = ["Default", "Microsoft", "Microsoft.Hosting.Lifetime"];

    private readonly WebApplicationFactory<Program> _factory;
    private int _names;

    private RealServer(WebApplicationFactory<Program> factory, Uri address) => (_factory, Address) = (factory, address);

    public Uri Address { get; }

    public IServiceProvider Services => _factory.Services;

    /// <param name="database">Where it keeps its data; not disposed with the server.</param>
    /// <param name="configure">Settings and services of this test.</param>
    public static Task<RealServer> StartAsync(TestDatabase database, Action<IWebHostBuilder>? configure = null) => Task.Run(() =>
    {
#pragma warning disable CA2000 // Disposed with the server.
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Production");
            builder.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, true));
            builder.UseSetting("urls", "http://127.0.0.1:0");
            foreach (var category in Quiet)
            {
                builder.UseSetting($"Logging:LogLevel:{category}", "Error");
            }

            foreach (var (name, value) in database.Settings)
            {
                builder.UseSetting(name, value);
            }

            configure?.Invoke(builder);
        });
#pragma warning restore CA2000
        factory.UseKestrel();
        factory.StartServer();
        var addresses = factory.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return new RealServer(factory, new Uri(addresses.Single()));
    });

    /// <summary>A client that nobody has signed in with.</summary>
    public ApiClient Anonymous() => new(Address);

    /// <summary>A client with an API key.</summary>
    public ApiClient WithKey(string key) => new(Address, key);

    /// <summary>Sets the server up; the first owner is platform admin.</summary>
    public async Task<ApiClient> SetUpAsync()
    {
        var client = Anonymous();
        await client.PostAsync("/api/v1/setup", TestPeople.SignUp("Platform"));
        return client;
    }

    /// <summary>A new tenant, with its owner signed in.</summary>
    public async Task<TestTenant> NewTenantAsync(ApiClient platformAdmin)
    {
        var signUp = TestPeople.SignUp($"Tenant {Interlocked.Increment(ref _names)}");
        await platformAdmin.PostAsync("/api/v1/tenants", signUp);
        return await TestTenant.OpenAsync(this, await SignInAsync(signUp.Email));
    }

    public async Task<ApiClient> SignInAsync(string email, string password = TestPeople.Password)
    {
        var client = Anonymous();
        await client.PostAsync("/api/v1/session", new { email, password });
        return client;
    }

    public AsyncServiceScope Scope() => Services.CreateAsyncScope();

    public async ValueTask DisposeAsync() => await _factory.DisposeAsync();
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using SocialCrm.Host.Platform.Backup;

namespace SocialCrm.Host.Platform.Database.Postgres;

internal static class PostgresFeature
{
    /// <summary>The connections of <see cref="ICrmDatabase.WriteBatchAsync"/>.</summary>
    public const string Pipeline = "pipeline";

    // A plan made while a table was empty is ruinous an hour later: what pages ask is planned for the values and rows there are.
    private const string OfPages = "-c plan_cache_mode=force_custom_plan";

    // A batch asks the same two dozen things each time, and planning them took as long as doing them for a few messages. So they are
    // planned once, and whatever the tables hold at that time an index is the way to a batch's rows.
    private const string OfPipeline =
        "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    public static void AddPostgres(this IServiceCollection services, DatabaseOptions options)
    {
        var source = new NpgsqlDataSourceBuilder(ConnectionString(options.ConnectionString, OfPages)).Build();
        services.AddSingleton(_ => source);
        services.AddKeyedSingleton(Pipeline, (_, _) => new NpgsqlDataSourceBuilder(ConnectionString(options.ConnectionString, OfPipeline)).Build());
        var clock = new DatabaseClock(TimeProvider.System);
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<ClockKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<ClockKeeper>());
        services.AddSingleton<PartitionKeeper>();
        services.AddSingleton<ICrmDatabase, PostgresDatabase>();
        services.AddHostedService(provider => provider.GetRequiredService<PartitionKeeper>());
        services.AddHostedService<FreshStatistics>();
        services.AddSingleton<IDatabaseCopies, PostgresCopies>();
        services.AddDbContext<PostgresCrmDbContext>(db => Configure(db.UseNpgsql(source)));
        services.AddScoped<CrmDbContext>(provider => provider.GetRequiredService<PostgresCrmDbContext>());
    }

    /// <summary>For a database other than the server's own.</summary>
    public static DbContextOptions<PostgresCrmDbContext> Options(string connectionString)
    {
        var builder = new DbContextOptionsBuilder<PostgresCrmDbContext>();
        Configure(builder.UseNpgsql(PostgresHosts.WithPrimary(connectionString)));
        return builder.Options;
    }

    private static void Configure(DbContextOptionsBuilder db) => db.ReplaceService<IMigrationsSqlGenerator, PartitionedTables>();

    // A node that hangs or is cut off must not hold locks for long: the server ends it and another takes over.
    private static string ConnectionString(string given, string planning)
    {
        var builder = new NpgsqlConnectionStringBuilder(PostgresHosts.WithPrimary(given))
        {
            ApplicationName = "socialcrm",
            TcpKeepAlive = true,
            MaxAutoPrepare = 100,

            // A batch of some hundred messages goes out in a few writes instead of a hundred.
            WriteBufferSize = 128 * 1024,
            ReadBufferSize = 64 * 1024,

            // Nothing here changes a session's settings, so there is nothing to set back each time a connection is lent.
            NoResetOnClose = true,
            IncludeErrorDetail = false,
        };
        builder.Options = string.Join(' ', builder.Options, "-c idle_in_transaction_session_timeout=5000",
            "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3",
            planning,
            // Compiling a statement takes longer than it saves in ours.
            "-c jit=off",
            // Beside the default, meant for turning disks, reading a whole table looks cheaper than finding a batch's rows in it.
            "-c random_page_cost=1.1",
            "-c tcp_user_timeout=20000 -c client_connection_check_interval=5000").Trim();
        return builder.ConnectionString;
    }
}

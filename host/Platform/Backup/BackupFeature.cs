using System.Globalization;

namespace SocialCrm.Host.Platform.Backup;

internal static class BackupFeature
{
    public static void AddBackup(this WebApplicationBuilder builder) => builder.Services.AddScoped<Backups>().AddScoped<UpgradeCheck>();

    /// <summary>True, and done, when the server was called to back up, to restore or to try an upgrade instead of serving.</summary>
    public static async Task<bool> RunBackupAsync(this WebApplication app)
    {
        if (Wanted(app.Configuration) is not { } run)
        {
            return false;
        }

        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            await run(scope.ServiceProvider);
        }
        catch (Exception error) when (error is BackupException or IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            Environment.ExitCode = 1;
        }

        return true;
    }

    // Names with a hyphen: a variable of the environment that is called so by chance cannot make a server restore instead of serve.
    private static Func<IServiceProvider, Task>? Wanted(IConfiguration arguments) =>
        arguments["write-backup"] is { Length: > 0 } file ? services => BackUpAsync(services, Path.GetFullPath(file))
        : arguments["restore-backup"] is { Length: > 0 } from ? services => RestoreAsync(services, Path.GetFullPath(from))
        : arguments["check-upgrade"] is not null ? CheckAsync
        : null;

    private static async Task BackUpAsync(IServiceProvider services, string file)
    {
        var made = await services.GetRequiredService<Backups>().WriteAsync(file, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Everything as of {made.MadeAt:u} is in {file} ({new FileInfo(file).Length / 1024.0 / 1024.0:0.0} MiB)."));
        Console.WriteLine("It holds customers' messages and the keys to your channels: keep it as safe as the server.");
    }

    private static async Task RestoreAsync(IServiceProvider services, string file)
    {
        var backup = await services.GetRequiredService<Backups>().RestoreAsync(file, CancellationToken.None);
        Console.WriteLine($"Restored as of {backup.MadeAt.ToString("u", CultureInfo.InvariantCulture)}, made by version {backup.Version}. Start the server with the same options.");
    }

    private static async Task CheckAsync(IServiceProvider services) =>
        Environment.ExitCode = await services.GetRequiredService<UpgradeCheck>().RunAsync(Console.Out, CancellationToken.None) ? 0 : 1;
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Platform.Backup;

/// <summary>Does on a copy what this version's start would do to the database, says how long each step took, and looks at the result.</summary>
internal sealed class UpgradeCheck(IDatabaseCopies copies, CrmDbContext db, IOptions<DatabaseOptions> options, TimeProvider time)
{
    /// <summary>True when the upgrade would go well.</summary>
    public async Task<bool> RunAsync(TextWriter output, CancellationToken ct)
    {
        if (await copies.IsEmptyAsync(ct))
        {
            throw new BackupException("There is nothing to upgrade: the database is empty. Give the same --data and --database as the server has.");
        }

        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).Any())
        {
            throw new BackupException("The database belongs to a newer version than this one. Start that version.");
        }

        if (applied.Count == db.Database.GetMigrations().Count())
        {
            await output.WriteLineAsync("The database is up to date: this version changes nothing in it.");
            return true;
        }

        var copy = Path.Combine(options.Value.DataDirectory, $".copy-{Guid.NewGuid():N}");
        try
        {
            await copies.WriteAsync(copy, ct);
            await using var trial = await copies.TryOutAsync(copy, ct);
            return await TryAsync(trial, output, ct);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private async Task<bool> TryAsync(TrialDatabase trial, TextWriter output, CancellationToken ct)
    {
        var before = await RowsAsync(trial.Context, ct);
        var migrator = trial.Context.GetService<IMigrator>();
        foreach (var migration in (await trial.Context.Database.GetPendingMigrationsAsync(ct)).ToList())
        {
            var begun = time.GetTimestamp();
            await migrator.MigrateAsync(migration, ct);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{migration}: {time.GetElapsedTime(begun).TotalSeconds:0.0} s"));
        }

        var lost = await LostAsync(before, await RowsAsync(trial.Context, ct), output);
        var wrong = await trial.CheckAsync(ct);
        await output.WriteLineAsync(wrong is null ? "The copy is sound." : $"The copy is not sound: {wrong}");
        await output.WriteLineAsync(lost || wrong is not null ? "Do not upgrade; the database itself was not touched." : "The upgrade would go well. The copy is dropped; the database itself was not touched.");
        return !lost && wrong is null;
    }

    private static async Task<bool> LostAsync(Dictionary<string, long> before, Dictionary<string, long> after, TextWriter output)
    {
        var lost = before.Where(table => after.TryGetValue(table.Key, out var rows) && rows < table.Value).ToList();
        foreach (var (table, rows) in lost)
        {
            await output.WriteLineAsync($"{table} has {rows} rows and would have {after[table]}.");
        }

        await output.WriteLineAsync($"{before.Values.Sum()} rows in {before.Count} tables before, {after.Values.Sum()} in {after.Count} after.");
        return lost.Count > 0;
    }

    /// <summary>How many rows each table of the model holds, as far as it is there.</summary>
    private static async Task<Dictionary<string, long>> RowsAsync(CrmDbContext context, CancellationToken ct)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in context.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await CountAsync(context, table, ct) is { } rows)
            {
                counts[table] = rows;
            }
        }

        return counts;
    }

    private static async Task<long?> CountAsync(CrmDbContext context, string table, CancellationToken ct)
    {
        try
        {
            var name = context.GetService<ISqlGenerationHelper>().DelimitIdentifier(table);
#pragma warning disable EF1002 // The name is the model's own, and delimited.
            return (await context.Database.SqlQueryRaw<long>($"SELECT count(*) AS \"Value\" FROM {name}").ToListAsync(ct))[0];
#pragma warning restore EF1002
        }
        catch (System.Data.Common.DbException)
        {
            return null; // The table comes with a later migration.
        }
    }
}

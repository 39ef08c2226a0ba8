using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SocialCrm.Host.Platform.Database;

/// <summary>Names and times are written the same way in every table, so that SQL written by hand can rely on them.</summary>
internal static partial class ModelConventions
{
    private static readonly ValueConverter<DateTime, DateTime> Utc =
        new(time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

    public static void UseSnakeCaseNames(this ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.GetContainerColumnName() is { } column)
            {
                entity.SetContainerColumnName(SnakeCase(column));
                continue; // It lives as JSON in its owner's table: the names within are its own.
            }

            entity.SetTableName(SnakeCase(entity.GetTableName()!.Replace("AspNet", "", StringComparison.Ordinal)));
            // The key of an owned type is its owner's: it takes that one's columns.
            foreach (var property in entity.GetProperties().Where(p => !(entity.IsOwned() && p.IsPrimaryKey())))
            {
                property.SetColumnName(SnakeCase(property.GetColumnName()));
            }

            RenameConstraints(entity);
        }
    }

    public static void UseUtcTimes(this ModelBuilder builder)
    {
        var times = builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => p.ClrType == typeof(DateTime) || p.ClrType == typeof(DateTime?));
        foreach (var property in times)
        {
            property.SetValueConverter(Utc);
        }
    }

    private static void RenameConstraints(IMutableEntityType entity)
    {
        foreach (var key in entity.GetKeys())
        {
            key.SetName(SnakeCase(key.GetName()!));
        }

        foreach (var key in entity.GetForeignKeys())
        {
            key.SetConstraintName(SnakeCase(key.GetConstraintName()!));
        }

        foreach (var index in entity.GetIndexes())
        {
            index.SetDatabaseName(SnakeCase(index.GetDatabaseName()!));
        }
    }

    private static string SnakeCase(string name) =>
        WordStart().Replace(name.Replace("AspNet", "", StringComparison.Ordinal), "${last}_${first}").ToLowerInvariant();

    [GeneratedRegex("(?<last>[a-z0-9])(?<first>[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}

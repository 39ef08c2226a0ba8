using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialCrm.Host.Platform.Database.Postgres.Migrations;

/// <summary>Half of what storing a message took was folding its words for the search index.</summary>
[DbContext(typeof(PostgresCrmDbContext))]
[Migration("20261124183000_FasterSearchWords")]
internal sealed class FasterSearchWords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(FoldedWords.Faster());
}

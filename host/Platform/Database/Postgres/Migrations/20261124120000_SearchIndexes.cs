using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialCrm.Host.Platform.Database.Postgres.Migrations;

/// <summary>What EF Core has no word for: stored search words and their indexes.</summary>
[DbContext(typeof(PostgresCrmDbContext))]
[Migration("20261124120000_SearchIndexes")]
internal sealed class SearchIndexes : Migration
{
    // Accents off, lower case, and a space for all that is neither letter nor digit, so that PostgreSQL's parser sees
    // words alone and finds what SQLite finds. Upper and lower case beyond ASCII need a collation that knows them.
    private const string Fold =
        """
        DO $do$
        DECLARE letters text := CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_collation WHERE collname = 'und-x-icu')
            THEN 'pg_catalog."und-x-icu"' ELSE 'pg_catalog."default"' END;
        BEGIN
            EXECUTE pg_catalog.format($sql$
                CREATE FUNCTION search_words(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $fn$
                SELECT pg_catalog.to_tsvector('pg_catalog.simple', pg_catalog.regexp_replace(pg_catalog.replace(pg_catalog.lower(
                    pg_catalog.normalize(pg_catalog.regexp_replace(pg_catalog.normalize(COALESCE($1, ''), 'NFD'), '[\u0300-\u036f]+', '', 'g'), 'NFC')
                    COLLATE %1$s), 'ς', 'σ') COLLATE %1$s, '[^[:alnum:]]+', ' ', 'g'))
                $fn$ $sql$, letters);
        END $do$;
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Fold);
        migrationBuilder.Sql("ALTER TABLE interactions ADD COLUMN search_words tsvector GENERATED ALWAYS AS (search_words(text)) STORED");
        migrationBuilder.Sql("CREATE INDEX ix_interactions_search_words ON interactions USING gin (search_words) WITH (fastupdate = on)");
        migrationBuilder.Sql(
            "ALTER TABLE identities ADD COLUMN search_words tsvector GENERATED ALWAYS AS "
            + "(search_words(COALESCE(name, '') || ' ' || COALESCE(handle, '') || ' ' || external_id)) STORED");
        migrationBuilder.Sql("CREATE INDEX ix_identities_search_words ON identities USING gin (search_words) WITH (fastupdate = on)");
    }
}

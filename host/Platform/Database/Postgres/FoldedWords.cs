namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>
/// Words are folded as the table does that SQLite and queries use, as it stood when this was written: what is found must not
/// depend on the database. Accents come off as marks, which is quick; what is left of the table are letters without one.
/// </summary>
internal static class FoldedWords
{
    private const string Letters = "０１２３４５６７８９ａｂｃðđｄｅｆｇħｈıｉｊｋłｌｍｎøｏｐｑｒſｓŧｔｕｖｗｘｙｚϐϵϑϰϖϱςϲϕ";

    private const string Plain = "0123456789abcdddefghhiijkllmnoopqrssttuvwxyzβεθκπρσσφ";

    private const string Ascii = "pg_catalog.octet_length(COALESCE($1, '')) = pg_catalog.length(COALESCE($1, ''))";

    // Any character that is neither ASCII nor punctuation, a currency sign, an arrow, a symbol or an emoji.
    private const string Foldable =
        @"[^\u0001-\u00a9\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2190-\u245f\u2500-\u2bff\u3000-\u3003\ufe0f\u200d\U0001f000-\U0001f0ff\U0001f200-\U0001faff]";

    private static readonly (string Letter, string Plain)[] Longer = [("æ", "ae"), ("ẚ", "aʾ"), ("ǆ", "dz"), ("ǳ", "dz"), ("ĳ", "ij"), ("ǉ", "lj"), ("ǌ", "nj"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"), ("ŉ", "ʼn")];

    /// <summary>Replaces the function, and writes all words again: a stored column keeps what the function said before.</summary>
    public static IEnumerable<string> Statements()
    {
        foreach (var table in (string[])["interactions", "identities"])
        {
            yield return $"ALTER TABLE {table} DROP COLUMN search_words";
        }

        yield return "DROP FUNCTION search_words(text)";
        yield return Function("CREATE FUNCTION", Ascii);
        yield return Column("interactions", "text");
        yield return Column("identities", "COALESCE(name, '') || ' ' || COALESCE(handle, '') || ' ' || external_id");
        foreach (var table in (string[])["interactions", "identities"])
        {
            yield return $"CREATE INDEX ix_{table}_search_words ON {table} USING gin (search_words) WITH (fastupdate = on)";
        }
    }

    /// <summary>
    /// Says the same words, sooner: what a message holds beyond ASCII is mostly quotation marks and emoji, and those are no
    /// letters to fold. The stored columns stay as they are.
    /// </summary>
    public static string Faster() => Function("CREATE OR REPLACE FUNCTION", $"{Ascii} OR $1 !~ '{Foldable}'");

    private static string Column(string table, string words) =>
        $"ALTER TABLE {table} ADD COLUMN search_words tsvector GENERATED ALWAYS AS (search_words({words})) STORED";

    // Upper and lower case beyond ASCII need a collation that knows them.
    private static string Function(string create, string nothingToFold)
    {
        const string Lower = "pg_catalog.lower(pg_catalog.normalize(COALESCE($1, ''), 'NFC') COLLATE %1$s)";
        const string Bare = $"pg_catalog.normalize(pg_catalog.regexp_replace(pg_catalog.normalize({Lower}, 'NFD'), '[\\u0300-\\u036f]+', '', 'g'), 'NFC')";
        const string Pointless = $"pg_catalog.regexp_replace({Bare}, '[\\u0591-\\u05c7\\u064b-\\u065f\\u0670]+', '', 'g')";
        var folded = Longer.Aggregate(Pointless, (text, pair) => $"pg_catalog.replace({text}, '{pair.Letter}', '{pair.Plain}')");
        return $$"""
            DO $do$
            DECLARE letters text := CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_collation WHERE collname = 'und-x-icu')
                THEN 'pg_catalog."und-x-icu"' ELSE 'pg_catalog."default"' END;
            BEGIN
                EXECUTE pg_catalog.format($sql$
                    {{create}} search_words(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $fn$
                    SELECT pg_catalog.to_tsvector('pg_catalog.simple', pg_catalog.regexp_replace(
                        CASE WHEN {{nothingToFold}} THEN pg_catalog.lower(COALESCE($1, ''))
                            ELSE pg_catalog.translate({{folded}}, '{{Letters}}', '{{Plain}}') END COLLATE %1$s, '[^[:alnum:]]+', ' ', 'g'))
                    $fn$ $sql$, letters);
            END $do$;
            """;
    }
}

namespace SocialCrm.Chaos.Tests;

public enum Database
{
    Sqlite,
    Postgres,
}

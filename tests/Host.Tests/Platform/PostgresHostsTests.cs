using Npgsql;
using SocialCrm.Host.Platform.Database.Postgres;

namespace SocialCrm.Host.Tests.Platform;

public sealed class PostgresHostsTests
{
    [Theory]
    [InlineData("Host=db", null)]
    [InlineData("Host=one,two", "primary")]
    [InlineData("Host=one,two;Target Session Attributes=read-write", "read-write")]
    public void Server_should_want_the_primary_of_several_hosts(string given, string? wanted) =>
        Assert.Equal(wanted, new NpgsqlConnectionStringBuilder(PostgresHosts.WithPrimary(given)).TargetSessionAttributes);

    [Theory]
    [InlineData("Host=db", "db", "5432")]
    [InlineData("Host=one:5433, two;Port=5434", "one,two", "5433,5434")]
    [InlineData("Host=[::1]:5433,fe80::2,/var/run/postgresql", "::1,fe80::2,/var/run/postgresql", "5433,5432,5432")]
    public void Programs_of_postgresql_should_be_told_each_host_and_its_port(string given, string hosts, string ports) =>
        Assert.Equal((hosts, ports), PostgresHosts.Split(new NpgsqlConnectionStringBuilder(given)));
}

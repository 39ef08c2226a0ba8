using Microsoft.EntityFrameworkCore;

namespace SocialCrm.Host.Platform.Database.Sqlite;

public sealed class SqliteCrmDbContext(DbContextOptions<SqliteCrmDbContext> options) : CrmDbContext(options);

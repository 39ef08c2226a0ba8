using Microsoft.EntityFrameworkCore;

namespace SocialCrm.Host.Platform.Database.Postgres;

public sealed class PostgresCrmDbContext(DbContextOptions<PostgresCrmDbContext> options) : CrmDbContext(options);

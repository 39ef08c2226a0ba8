using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Platform.Database;

/// <summary>The one model. Each slice brings the configuration of its own tables; each database its own context.</summary>
public abstract class CrmDbContext(DbContextOptions options) : IdentityUserContext<User, Guid>(options)
{
    /// <summary>The tenant that this context is bound to. Unbound, it sees no tenant's rows.</summary>
    public Guid TenantId { get; set; }

    protected override Version SchemaVersion => Microsoft.AspNetCore.Identity.IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CrmDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType)))
        {
            builder.Entity(entity.ClrType).HasQueryFilter(TenantFilter(entity.ClrType));
        }

        builder.UseSnakeCaseNames();
        builder.UseUtcTimes();
    }

    private LambdaExpression TenantFilter(Type type)
    {
        var row = Expression.Parameter(type, "row");
        var tenant = Expression.Property(Expression.Constant(this, typeof(CrmDbContext)), nameof(TenantId));
        return Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(ITenantOwned.TenantId)), tenant), row);
    }
}

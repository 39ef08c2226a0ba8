using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Platform.Database;

/// <summary>The one model. Each slice brings the configuration of its own tables; each database its own context.</summary>
public abstract class CrmDbContext(DbContextOptions options) : IdentityUserContext<User, Guid>(options)
{
    /// <summary>The tenant that this context is bound to. Unbound, it sees no tenant's rows.</summary>
    public Guid TenantId { get; set; }

    /// <summary>
    /// Identity takes the shape of its tables from the services that a context is made with, and the model is remembered
    /// for all contexts alike: one made without services would spoil it for the others, so it gets what decides the shape.
    /// </summary>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
        {
            optionsBuilder.UseApplicationServiceProvider(IdentityTables.Shape);
        }
    }

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

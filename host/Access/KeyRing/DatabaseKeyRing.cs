using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.KeyRing;

/// <summary>Keeps the key ring in the database, so that every node reads the cookies and secrets that another one wrote.</summary>
internal sealed class DatabaseKeyRing(IServiceScopeFactory scopes, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        return [.. db.Set<KeyRingEntry>().AsNoTracking().OrderBy(e => e.Id).Select(e => e.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        var now = time.GetUtcNow();
        db.Add(new KeyRingEntry
        {
            Id = Guid.CreateVersion7(now),
            Name = friendlyName,
            Xml = element.ToString(SaveOptions.DisableFormatting),
            CreatedAt = now.UtcDateTime,
        });
        db.SaveChanges();
    }
}

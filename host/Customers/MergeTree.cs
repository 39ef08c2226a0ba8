namespace SocialCrm.Host.Customers;

/// <summary>
/// Who was merged into whom. Pure. Each customer points to at most one other, so that the merges in force are trees:
/// the root of a tree has all the identities of those below it, and any merge can be undone, whatever came after.
/// </summary>
internal sealed class MergeTree(IReadOnlyDictionary<Guid, Guid> mergedInto)
{
    private readonly ILookup<Guid, Guid> _below = mergedInto.ToLookup(m => m.Value, m => m.Key);

    /// <summary>The customer who now stands for this one.</summary>
    public Guid Root(Guid id)
    {
        while (mergedInto.TryGetValue(id, out var next))
        {
            id = next;
        }

        return id;
    }

    /// <summary>A customer and all who were merged into it, directly or not.</summary>
    public List<Guid> Family(Guid id)
    {
        var family = new List<Guid> { id };
        for (var i = 0; i < family.Count; i++)
        {
            family.AddRange(_below[family[i]]);
        }

        return family;
    }
}

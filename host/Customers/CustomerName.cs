namespace SocialCrm.Host.Customers;

internal static class CustomerName
{
    /// <summary>What a person called the customer; else the newest name, handle or id that the networks know them by.</summary>
    public static string Of(string? given, IReadOnlyCollection<Identity> identities)
    {
        var newestFirst = identities.OrderByDescending(i => i.ProfileAt).ThenByDescending(i => i.Id).ToList();
        return given
            ?? newestFirst.Find(i => i.Name is not null)?.Name
            ?? newestFirst.Find(i => i.Handle is not null)?.Handle
            ?? newestFirst.FirstOrDefault()?.ExternalId
            ?? "";
    }
}

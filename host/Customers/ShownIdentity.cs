namespace SocialCrm.Host.Customers;

/// <summary>An account as other slices show it.</summary>
/// <param name="Id">The identity.</param>
/// <param name="CustomerId">Whose it is.</param>
/// <param name="Name">The account's name, or what stands in for one.</param>
/// <param name="Handle">The account's handle, where the network has handles.</param>
/// <param name="CustomerName">The customer's name, which may come from another of their accounts.</param>
public sealed record ShownIdentity(Guid Id, Guid CustomerId, string Name, string? Handle, string CustomerName)
{
    /// <summary>How many follow the account; null where it is not known.</summary>
    public long? Followers { get; init; }

    /// <summary>True while what it writes is set aside.</summary>
    public bool IsBlocked { get; init; }
}

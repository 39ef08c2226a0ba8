namespace SocialCrm.Host.Access.People;

/// <summary>Somebody who works in this organisation.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Email">The address they sign in with.</param>
/// <param name="Role">What they may do.</param>
public sealed record Member(Guid Id, string Name, string Email, Role Role);

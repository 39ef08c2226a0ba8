namespace SocialCrm.Host.Access.Setup;

/// <param name="Organisation">What the organisation is called.</param>
/// <param name="Name">What its owner is called.</param>
/// <param name="Email">The address that the owner signs in with.</param>
/// <param name="Password">At least 8 characters.</param>
public sealed record SignUp(string Organisation, string Name, string Email, string Password);

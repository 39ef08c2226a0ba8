using SocialCrm.Host.Access.Setup;

namespace SocialCrm.Host.Tests.Infrastructure;

public static class TestPeople
{
    public const string Password = "correct horse battery staple";

    public static string NewEmail() => $"{Guid.NewGuid():N}@example.com";

    public static SignUp SignUp(string organisation = "Acme") => new(organisation, "Olive Owner", NewEmail(), Password);
}

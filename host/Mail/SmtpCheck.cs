using Microsoft.Extensions.Options;

namespace SocialCrm.Host.Mail;

/// <summary>Refuses to start with settings that could not work, and says what to change.</summary>
internal sealed class SmtpCheck(IConfiguration configuration) : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        var errors = options.Errors(configuration["PublicUrl"]).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}

using SocialCrm.Host.Platform.Outgoing;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>What attempts mean for the system as a whole. Pure.</summary>
/// <param name="Reached">Whether it answered as one who is there.</param>
/// <param name="Error">What went wrong last.</param>
/// <param name="Wait">How long everything for it waits.</param>
/// <param name="Stops">Whether a person must see to it first.</param>
internal sealed record FlowStep(bool Reached, string? Error, TimeSpan? Wait, bool Stops)
{
    // One event may be at fault by itself; when several in a row fail it is the system.
    private const int Patience = 3;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static FlowStep Of(IReadOnlyList<DeliveryOutcome> outcomes, int failures, double chance)
    {
        var results = outcomes.Select(o => o.Result).ToList();
        var error = outcomes.LastOrDefault(o => o.Result.Status != RecordStatus.Taken)?.Reason;
        if (results.Exists(r => r.Status is RecordStatus.CredentialsRejected or RecordStatus.Gone))
        {
            return new FlowStep(false, outcomes.First(o => o.Result.Status is RecordStatus.CredentialsRejected or RecordStatus.Gone).Reason, null, true);
        }

        if (results.Find(r => r.Status == RecordStatus.Limited) is { } limited)
        {
            return new FlowStep(true, error, Backoff.After(1, limited.RetryAfter ?? Limit, chance), false);
        }

        if (results.Exists(r => r.Status is RecordStatus.Taken or RecordStatus.Failed))
        {
            return new FlowStep(true, error, null, false);
        }

        var asked = results.Max(r => r.RetryAfter);
        return new FlowStep(false, error, failures + 1 >= Patience ? Backoff.After(failures + 2 - Patience, asked, chance) : null, false);
    }
}

using System.Text.Json;
using SocialCrm.Host.Platform.Outgoing;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>What an attempt means for the event. Pure.</summary>
internal sealed record DeliveryOutcome
{
    private const int MostRemembered = 10;

    public required DeliveryClaim Claim { get; init; }

    public required RecordResult Result { get; init; }

    public required RecordDeliveryState State { get; init; }

    public required int Attempts { get; init; }

    public required DateTime DueAt { get; init; }

    public required string History { get; init; }

    public DateTime? SentAt => State == RecordDeliveryState.Sent ? At : null;

    public required DateTime At { get; init; }

    public string? Reason => RecordAnswer.Shortened(Result.Reason, RecordFlow.ReasonLength);

    /// <param name="claim">What was claimed.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="now">The time.</param>
    /// <param name="took">How long it took.</param>
    /// <param name="chance">A number from 0 to 1 that spreads the attempts.</param>
    public static DeliveryOutcome Of(DeliveryClaim claim, RecordResult result, DateTime now, TimeSpan took, double chance)
    {
        // An attempt that the system did not want to look at is none.
        var waits = result.Status is RecordStatus.Limited or RecordStatus.CredentialsRejected or RecordStatus.Gone;
        var state = StateAfter(result.Status, claim.Attempts);
        return new DeliveryOutcome
        {
            Claim = claim,
            Result = result,
            State = state,
            Attempts = waits ? claim.Attempts - 1 : claim.Attempts,
            DueAt = state == RecordDeliveryState.Queued && !waits ? now + Backoff.After(claim.Attempts, result.RetryAfter, chance) : now,
            At = now,
            History = Remember(claim.History, result, now, took),
        };
    }

    public static List<RecordAttempt> Read(string? history) => history is null ? [] : JsonSerializer.Deserialize(history, RecordsJson.Default.ListRecordAttempt)!;

    private static RecordDeliveryState StateAfter(RecordStatus status, int attempts) => status switch
    {
        RecordStatus.Taken => RecordDeliveryState.Sent,
        RecordStatus.Retry => attempts < Backoff.MostAttempts ? RecordDeliveryState.Queued : RecordDeliveryState.Failed,
        RecordStatus.Failed => RecordDeliveryState.Failed,
        RecordStatus.Unknown => RecordDeliveryState.Unknown,
        RecordStatus.Limited or RecordStatus.CredentialsRejected or RecordStatus.Gone => RecordDeliveryState.Queued,
    };

    private static string Remember(string? history, RecordResult result, DateTime now, TimeSpan took)
    {
        var attempts = Read(history);
        var reason = RecordAnswer.Shortened(result.Reason, RecordFlow.ReasonLength);
        attempts.Add(new RecordAttempt(now, JsonNamingPolicy.CamelCase.ConvertName(result.Status.ToString()), result.Exchange?.Status, reason, (long)took.TotalMilliseconds));
        return JsonSerializer.Serialize(attempts.TakeLast(MostRemembered).ToList(), RecordsJson.Default.ListRecordAttempt);
    }
}

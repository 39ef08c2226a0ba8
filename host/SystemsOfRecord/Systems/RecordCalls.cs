using System.Security.Cryptography;
using SocialCrm.Host.Platform.Outgoing;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Calls the plugins' side of configured systems, under the guard of their plugins.</summary>
public sealed class RecordCalls(PluginRuntime plugins, RecordSecrets secrets, OutgoingHttp outgoing, TimeProvider time)
{
    public async ValueTask<RecordCheck> CheckAsync(RecordSystem system, CancellationToken ct)
    {
        try
        {
            return await CallAsync(
                PluginCall.Check,
                system,
                async (record, budget) => await record.CheckAsync(budget) ?? throw new InvalidAnswerException("no result"),
                ct);
        }
        catch (PluginException error)
        {
            return new RecordCheck(false, $"The test could not be made: {error.Reason}.");
        }
    }

    /// <summary>Hands entries over; one result for each. A fault of the plugin means: not taken, try again.</summary>
    /// <exception cref="PluginUnavailableException">The plugin is not running: nothing was sent.</exception>
    public async ValueTask<IReadOnlyList<RecordResult>> DeliverAsync(RecordSystem system, RecordEntries entries, CancellationToken ct)
    {
        try
        {
            return await CallAsync(
                PluginCall.Record,
                system,
                async (record, budget) => RecordAnswer.Copy(
                    entries.Contacts.Count > 0 ? await record.UpsertContactsAsync(entries.Contacts, budget) : await record.LogActivitiesAsync(entries.Activities, budget),
                    entries.Count),
                ct);
        }
        catch (PluginFailedException failed)
        {
            var result = RecordResult.Retry($"The plugin is in trouble: {failed.Reason}.");
            return [.. Enumerable.Repeat(result, entries.Count)];
        }
    }

    /// <summary>Fetches the changes after a cursor. A fault of the plugin is a failure like one of the network.</summary>
    /// <exception cref="PluginUnavailableException">The plugin is not running: nobody was asked.</exception>
    public async ValueTask<PulledChanges> PullAsync(RecordSystem system, string? cursor, CancellationToken ct)
    {
        try
        {
            return await CallAsync(
                PluginCall.Poll,
                system,
                async (record, budget) => PulledChanges.Copy(
                    await (record as IPullingSystemOfRecord ?? throw new InvalidAnswerException("a system that cannot do this")).PullAsync(cursor, budget)),
                ct);
        }
        catch (PluginFailedException failed)
        {
            return new PulledChanges(PullResult.Failed($"The plugin is in trouble: {failed.Reason}."), [], []);
        }
    }

    /// <summary>Its kind, while the plugin that brings it runs.</summary>
    public RunningRecordKind? Kind(RecordSystem system) => plugins.FindRecordKind(system.Kind);

    /// <summary>Whether there is anything to pull from, as the system is set up.</summary>
    public bool Pulls(RecordSystem system)
    {
        var plain = StoredSettings.Parse(system.Settings);
        return Kind(system) is { CanPull: true } kind && kind.Settings.All(f => !f.RequiredForPulling || f.Kind == SettingKind.Secret || plain.ContainsKey(f.Name));
    }

    /// <summary>Null when the system can be called as it is, else why not.</summary>
    public string? WhyUnavailable(RecordSystem system)
    {
        if (Kind(system) is not { } kind)
        {
            return "Its plugin is not running. What it is to be told is kept until it is.";
        }

        try
        {
            var errors = Settings(system, kind).Errors;
            _ = SigningSecrets(system);
            return errors.Count > 0 ? $"{errors.First().Key} {errors.First().Value[0]}"
                : kind.PausedBecause(system.Id) is { } reason ? $"Paused after repeated faults: {reason}." : null;
        }
        catch (CryptographicException)
        {
            return "Its secrets cannot be decrypted with the server's keys. Enter them again and make a new signing secret, or restore the keys.";
        }
    }

    /// <summary>Called after a change was saved: what was made for the system before is disposed.</summary>
    internal ValueTask ForgetAsync(RecordSystem system) => Kind(system)?.ForgetAsync(system.Id) ?? ValueTask.CompletedTask;

    private async Task<T> CallAsync<T>(PluginCall call, RecordSystem system, Func<ISystemOfRecord, CancellationToken, ValueTask<T>> use, CancellationToken ct)
    {
        var kind = Kind(system) ?? throw new PluginUnavailableException(system.Kind, "no running plugin brings this kind of system");
        return await kind.CallAsync(call, system.Id, system.Version, () => Setup(system, kind), use, ct);
    }

    private InstanceSetup Setup(RecordSystem system, RunningRecordKind kind)
    {
        try
        {
            var settings = Settings(system, kind);
            return settings.Errors.Count == 0
                ? new InstanceSetup(system.Id, settings.Values, SigningSecrets(system), outgoing)
                : throw new PluginFailedException(kind.PluginId, $"the settings are not complete ({string.Join(", ", settings.Errors.Keys)})", wasCalled: false);
        }
        catch (CryptographicException)
        {
            throw new PluginFailedException(kind.PluginId, "the secrets cannot be decrypted", wasCalled: false);
        }
    }

    private SettingsReader Settings(RecordSystem system, RunningRecordKind kind) =>
        StoredSettings.Read(kind.Settings, system.Settings, system.Secrets is { } stored ? secrets.Unprotect(system.TenantId, stored) : null);

    private string[] SigningSecrets(RecordSystem system)
    {
        var previous = system.PreviousValidUntil > time.GetUtcNow().UtcDateTime ? system.PreviousSigningSecret : null;
        return [.. new[] { system.SigningSecret, previous }.OfType<byte[]>().Select(s => secrets.Unprotect(system.TenantId, s))];
    }
}

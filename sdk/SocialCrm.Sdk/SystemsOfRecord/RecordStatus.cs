namespace SocialCrm.Sdk;

/// <summary>What became of an entry that was handed to a system of record.</summary>
public enum RecordStatus
{
    /// <summary>The system has taken it, now or before.</summary>
    Taken,

    /// <summary>Not taken; a later attempt may succeed.</summary>
    Retry,

    /// <summary>The system asks to slow down. The host waits with everything for it, and counts it as no error.</summary>
    Limited,

    /// <summary>Refused; trying again as it is would not help. The contact's next entries follow.</summary>
    Failed,

    /// <summary>It may or may not have been taken, and sending it again would not be safe. A person decides.</summary>
    Unknown,

    /// <summary>The system does not accept the credentials. The host keeps everything for it until a person has seen to it.</summary>
    CredentialsRejected,

    /// <summary>The system wants nothing more. The host keeps everything for it until a person has seen to it.</summary>
    Gone,
}

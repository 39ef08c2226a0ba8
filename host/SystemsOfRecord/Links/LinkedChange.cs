using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>A change of a record, and the customer it is about; null where only its link can tell.</summary>
internal sealed record LinkedChange(RecordChange Change, Guid? CustomerId);

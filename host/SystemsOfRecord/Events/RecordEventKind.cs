namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>What a system of record is told of. The numbers are stored.</summary>
public enum RecordEventKind : short
{
    /// <summary>Who a customer is.</summary>
    Contact = 0,

    /// <summary>A message between a customer and the organisation.</summary>
    Activity = 1,
}

using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>What one call hands over: contacts or activities, never both.</summary>
public sealed record RecordEntries(IReadOnlyList<ContactEntry> Contacts, IReadOnlyList<ActivityEntry> Activities)
{
    public int Count => Contacts.Count + Activities.Count;
}

using SocialCrm.Host.Channels;

namespace SocialCrm.Host.SystemsOfRecord;

internal static class PullTable
{
    /// <summary>The systems that are pulled from, handed out as polled channels are.</summary>
    public static PollTable Of { get; } = new(
        "record_pulls",
        "system_id",
        "EXISTS (SELECT 1 FROM systems_of_record s WHERE s.tenant_id = p.tenant_id AND s.id = p.system_id AND s.enabled AND s.deleted_at IS NULL)");
}

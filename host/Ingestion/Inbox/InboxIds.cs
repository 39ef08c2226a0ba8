using System.Text.Json;

namespace SocialCrm.Host.Ingestion;

/// <summary>A list of inbox ids as it is stored.</summary>
internal static class InboxIds
{
    public static string Write(IEnumerable<long> ids) => $"[{string.Join(',', ids)}]";

    public static List<long> Read(string json) => JsonSerializer.Deserialize(json, IngestionJson.Default.ListInt64)!;
}

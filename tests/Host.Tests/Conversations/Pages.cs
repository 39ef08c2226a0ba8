using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Conversations;

internal static class Pages
{
    /// <summary>All items of a list, read page by page; <paramref name="between"/> runs after the first.</summary>
    public static async Task<List<T>> AllAsync<T>(this ApiClient client, string path, int limit, Func<Task>? between = null)
    {
        var items = new List<T>();
        var address = $"{path}{(path.Contains('?') ? '&' : '?')}limit={limit}";
        var page = await client.GetAsync<Page<T>>(address);
        items.AddRange(page.Items);
        await (between?.Invoke() ?? Task.CompletedTask);
        while (page.Next is not null)
        {
            Assert.Equal(limit, page.Items.Count);
            page = await client.GetAsync<Page<T>>($"{address}&after={page.Next}");
            items.AddRange(page.Items);
            Assert.True(items.Count < 10_000, "The pages do not end.");
        }

        return items;
    }
}

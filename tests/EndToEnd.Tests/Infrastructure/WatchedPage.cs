using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SocialCrm.EndToEnd.Tests.Infrastructure;

/// <summary>Hears what a page should never do: open a dialog, fail in a script, break its content security policy.</summary>
public sealed class WatchedPage
{
    private readonly ConcurrentQueue<string> _complaints = new();

    public WatchedPage(IPage page)
    {
        page.PageError += (_, error) => _complaints.Enqueue($"script error: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Enqueue($"console: {message.Text}");
            }
        };
        page.Dialog += async (_, dialog) =>
        {
            _complaints.Enqueue($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public void AssertNoComplaint() => Assert.Empty(_complaints);
}

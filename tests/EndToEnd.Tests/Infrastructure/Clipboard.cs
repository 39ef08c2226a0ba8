using Microsoft.Playwright;

namespace SocialCrm.EndToEnd.Tests.Infrastructure;

/// <summary>The browser's real clipboard, as other programs fill it.</summary>
internal static class Clipboard
{
    private static readonly string[] Allowed = ["clipboard-read", "clipboard-write"];

    /// <summary>A picture, as one that was copied from a page; with text, as a cell that was copied from a spreadsheet.</summary>
    public static async Task CopyPictureAsync(this IPage page, string? text = null)
    {
        await page.Context.GrantPermissionsAsync(Allowed);
        await page.EvaluateAsync(
            """
            async (text) => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
              const brush = canvas.getContext('2d');
              brush.fillStyle = 'teal';
              brush.fillRect(0, 0, 64, 48);
              const kinds = { 'image/png': await new Promise((done) => canvas.toBlob(done, 'image/png')) };
              if (text) kinds['text/plain'] = new Blob([text], { type: 'text/plain' });
              await navigator.clipboard.write([new ClipboardItem(kinds)]);
            }
            """,
            text);
    }
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace SocialCrm.Host.Platform.AdminUi;

/// <summary>The built admin UI on disk.</summary>
internal sealed class AdminUiFiles : IDisposable
{
    private readonly PhysicalFileProvider? _files;
    private readonly FileExtensionContentTypeProvider _types = new();

    public AdminUiFiles(IOptions<AdminUiOptions> options, ILogger<AdminUiFiles> log)
    {
        var folder = Path.GetFullPath(options.Value.Directory, AppContext.BaseDirectory);
        if (File.Exists(Path.Combine(folder, "index.html")))
        {
            _files = new PhysicalFileProvider(folder);
            IndexPage = File.ReadAllText(Path.Combine(folder, "index.html"));
            return;
        }

        log.NotBuilt(folder);
    }

    /// <summary>The page that every address of the UI answers with; null when the UI was not built.</summary>
    public string? IndexPage { get; }

    public bool TryFind(string path, [NotNullWhen(true)] out IFileInfo? file, [NotNullWhen(true)] out string? contentType)
    {
        file = _files?.GetFileInfo(path);
        contentType = null;
        return file is { Exists: true, IsDirectory: false } && _types.TryGetContentType(path, out contentType);
    }

    public void Dispose() => _files?.Dispose();
}

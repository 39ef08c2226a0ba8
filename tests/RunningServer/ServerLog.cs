using System.Diagnostics;

namespace SocialCrm.RunningServer;

/// <summary>Keeps the last lines of a server's output, to tell why it failed.</summary>
internal sealed class ServerLog
{
    private const int MostLines = 200;
    private readonly Queue<string> _lines = new();
    private readonly Lock _lock = new();

    public void Follow(Process process)
    {
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join('\n', _lines);
        }
    }

    private void Add(string? line)
    {
        lock (_lock)
        {
            _lines.Enqueue(line ?? "");
            if (_lines.Count > MostLines)
            {
                _lines.Dequeue();
            }
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;

namespace SocialCrm.RunningServer;

/// <summary>The published server as a process of its own, which can be killed and started again on the same data.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private const int SigTerm = 15;
    private const int SigCont = 18;
    private const int SigStop = 19;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // On a machine that builds and tests other things at the same time.
    private static readonly TimeSpan PatienceToStart = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ServerStorage _storage;
    private readonly string[] _settings;
    private readonly int _port = FreePort.Find();
    private readonly ServerLog _log = new();
    private Process? _process;

    /// <param name="storage">Where its data is.</param>
    /// <param name="settings">More arguments, such as "--Ingestion:Workers=2".</param>
    public ServerProcess(ServerStorage storage, params string[] settings)
    {
        (_storage, _settings) = (storage, settings);
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}"), Timeout = Patience };
    }

    public HttpClient Http { get; }

    public int ProcessId => _process!.Id;

    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>By how much its clock is wrong from its next start on.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>The last lines that it logged.</summary>
    public string Log => _log.ToString();

    /// <summary>Starts it, and returns once it is ready to serve.</summary>
    public async Task StartAsync(CancellationToken ct = default)
    {
        if (!File.Exists(Repository.Server))
        {
            throw new InvalidOperationException($"There is no {Repository.Server}. Build it first: ./test.sh and ./bench.sh do.");
        }

        var start = new ProcessStartInfo("dotnet", [Repository.Server, .. Arguments()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (ClockOffset != TimeSpan.Zero)
        {
            FakeClock.Set(start, ClockOffset);
        }

        _process = Process.Start(start)!;
        _log.Follow(_process);
        var waited = Stopwatch.StartNew();
        while (!await IsReadyAsync(ct))
        {
            if (_process.HasExited || waited.Elapsed > PatienceToStart)
            {
                throw new InvalidOperationException($"The server did not become ready{(_process.HasExited ? $" and ended with {_process.ExitCode}" : "")}:\n{Log}");
            }

            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>Ends it as a power cut would: it gets to do nothing more.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
    }

    /// <summary>Stops it where it stands: it keeps its connections and locks, and does not know that time passes.</summary>
    public void Suspend() => _ = Kill(_process!.Id, SigStop);

    /// <summary>Lets it go on, believing that nothing happened.</summary>
    public void Resume() => _ = Kill(_process!.Id, SigCont);

    /// <summary>Asks it to end as a service supervisor would, and gives its exit code.</summary>
    public async Task<int> TerminateAsync(TimeSpan limit)
    {
        _ = Kill(_process!.Id, SigTerm);
        await _process.WaitForExitAsync().WaitAsync(limit);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
        Http.Dispose();
    }

    private IEnumerable<string> Arguments() =>
    [
        "--urls", Http.BaseAddress!.ToString(), $"--Database:DataDirectory={_storage.Folder}",
        $"--Database:ConnectionString={_storage.ConnectionString}", $"--Plugins:BundledDirectory={Repository.Plugins}", .. _settings,
    ];

    private async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await Http.GetAsync("/health/ready", ct);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}

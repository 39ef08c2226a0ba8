using System.Runtime.InteropServices;
using SocialCrm.Benchmarks;
using SocialCrm.Benchmarks.Ingest;

using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var options = IngestOptions.Read(args);
    var result = await new IngestBenchmark(options, TimeProvider.System).RunAsync(stop.Token);
    Console.Write(result.Table());
    if (options.Json)
    {
        Console.WriteLine(result.Json());
    }

    return 0;
}
catch (UsageException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 2;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("bench.sh: stopped; everything it had started is gone.");
    return 130;
}

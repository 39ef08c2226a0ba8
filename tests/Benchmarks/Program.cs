using System.Runtime.InteropServices;
using SocialCrm.Benchmarks;
using SocialCrm.Benchmarks.Chaos;

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
    if (args is ["chaos", .. var matrix])
    {
        return await ChaosRun.RunAsync(ChaosOptions.Read(matrix), stop.Token);
    }

    var benchmark = Benchmark.Named(args.FirstOrDefault());
    var given = Arguments.Read(args.Skip(1), benchmark.Usage);
    var before = MachineLoad.Now();
    var (table, json) = await benchmark.RunAsync(given, TimeProvider.System, stop.Token);
    Console.Write($"{table}  load average (1, 5 and 15 min): {before} before, {MachineLoad.Now()} after, {Environment.ProcessorCount} processors\n");
    if (given.Json)
    {
        Console.WriteLine(json);
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

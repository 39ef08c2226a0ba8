using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using SocialCrm.Benchmarks;
using SocialCrm.Benchmarks.Chaos;
using SocialCrm.Benchmarks.Imports;
using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Pages;
using SocialCrm.Benchmarks.Replays;

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
    if (args is ["pages", .. var rest])
    {
        var asked = PagesOptions.Read(rest);
        var pages = await new PagesBenchmark(asked, TimeProvider.System).RunAsync(stop.Token);
        Console.Write(pages.Table());
        if (asked.Json)
        {
            Console.WriteLine(pages.Json());
        }

        return 0;
    }

    if (args is ["chaos", .. var matrix])
    {
        return await ChaosRun.RunAsync(ChaosOptions.Read(matrix), stop.Token);
    }

    var options = IngestOptions.Read(args);
    if (options.Name == "replay")
    {
        var replay = await new ReplayBenchmark(options, TimeProvider.System).RunAsync(stop.Token);
        Console.WriteLine(replay.Line());
        if (options.Json)
        {
            Console.WriteLine(replay.Json());
        }

        return 0;
    }

    if (options.Name == "import")
    {
        var rate = await new ImportBenchmark(options, TimeProvider.System).RunAsync(stop.Token);
        Console.WriteLine($"{options.Messages:N0} rows imported on {options.Database}: {rate:N0} messages/s fully processed");
        if (options.Json)
        {
            Console.WriteLine(new JsonObject { ["benchmark"] = "import", ["database"] = options.Database, ["messages"] = options.Messages, ["messagesPerSecond"] = Math.Round(rate, 1) }.ToJsonString());
        }

        return 0;
    }

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

using System.Diagnostics;
using SocialCrm.Plugins.Classifiers.BuiltIn.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <summary>Times the classifier on real messages in batches of 200.</summary>
internal static class Speed
{
    private const int Rounds = 60;

    public static async Task PrintAsync(DataSets data)
    {
        var batch = data.Airline().Take(200).Select(message => message.Message).ToList();
        var classifier = new BuiltInClassifier(new BuiltInSettings());
        foreach (var explain in new[] { false, true })
        {
            var options = new ClassifyOptions { Explain = explain };
            await RunAsync(classifier, batch, options);
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var fastest = await RunAsync(classifier, batch, options);
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            Console.WriteLine($"explain {explain}: {fastest.TotalMicroseconds / batch.Count:0.0} µs and {bytes / (Rounds * batch.Count)} bytes a message of {batch.Average(m => m.Text.Length):0} characters");
        }
    }

    // The fastest round, as others may use the machine meanwhile.
    private static async Task<TimeSpan> RunAsync(BuiltInClassifier classifier, List<ClassifierInput> batch, ClassifyOptions options)
    {
        var fastest = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await classifier.ClassifyAsync(batch, options, CancellationToken.None);
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }
        return fastest;
    }
}

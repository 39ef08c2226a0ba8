using System.Diagnostics;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <summary>Times the classifier on real messages in batches of 200.</summary>
internal static class Speed
{
    private const int Rounds = 40;

    public static async Task PrintAsync(DataSets data)
    {
        var batch = data.Airline().Take(200).Select(message => message.Message).ToList();
        var classifier = new BuiltInClassifier();
        foreach (var explain in new[] { false, true })
        {
            var options = new ClassifyOptions { Explain = explain };
            await RunAsync(classifier, batch, options);
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            await RunAsync(classifier, batch, options);
            var messages = Rounds * batch.Count;
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            Console.WriteLine($"explain {explain}: {watch.Elapsed.TotalMicroseconds / messages:0.0} µs and {bytes / messages} bytes a message of {batch.Average(m => m.Text.Length):0} characters");
        }
    }

    private static async Task RunAsync(BuiltInClassifier classifier, List<ClassifierInput> batch, ClassifyOptions options)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await classifier.ClassifyAsync(batch, options, CancellationToken.None);
        }
    }
}

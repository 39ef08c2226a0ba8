using System.Diagnostics;
using SocialCrm.Host.Plugins;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Plugins;

public sealed class PluginCallTests
{
    [Fact]
    public async Task Plugin_that_hangs_should_be_left_behind_after_its_budget_while_others_classify()
    {
        await using var house = await HangingAsync();
        var classifier = house.Runtime.Classifier!;
        var waited = Stopwatch.StartNew();

        var hanging = Classify(classifier, "hang").AsTask();
        Assert.Single((await Classify(classifier, "hello")).Items);
        var failure = await Assert.ThrowsAsync<PluginFailedException>(() => hanging);

        Assert.Equal(("test.hangs", "classifying took longer than 2 seconds"), (failure.PluginId, failure.Reason));
        Assert.InRange(waited.Elapsed.TotalSeconds, 2.5, 7);
    }

    [Fact]
    public async Task Failure_should_name_the_plugin_and_quote_no_message()
    {
        await using var house = await HangingAsync();

        var failure = await Assert.ThrowsAsync<PluginFailedException>(() => Classify(house.Runtime.Classifier!, "throw").AsTask());

        Assert.Equal("classifying failed with InvalidOperationException", failure.Reason);
        Assert.DoesNotContain("customer", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_against_the_contract_should_count_as_a_failure()
    {
        await using var house = await HangingAsync();

        var failure = await Assert.ThrowsAsync<PluginFailedException>(() => Classify(house.Runtime.Classifier!, "nonsense").AsTask());

        Assert.StartsWith("classifying gave back", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeated_faults_should_pause_the_plugin_and_say_so_on_its_list_entry()
    {
        await using var house = await HangingAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.True((await Assert.ThrowsAsync<PluginFailedException>(() => Classify(house.Runtime.Classifier!, "throw").AsTask())).WasCalled);
        }

        var paused = await Assert.ThrowsAsync<PluginFailedException>(() => Classify(house.Runtime.Classifier!, "hello").AsTask());

        Assert.False(paused.WasCalled);
        Assert.Contains("paused", house.Runtime.Find("test.hangs")!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_that_the_caller_gives_up_should_count_as_no_fault()
    {
        await using var house = await HangingAsync();
        using var given = new CancellationTokenSource();
        var call = house.Runtime.Classifier!.ClassifyAsync([new ClassifierInput { Text = "hang" }], new(), given.Token).AsTask();

        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Null(house.Runtime.Classifier!.PausedBecause);
    }

    [Fact]
    public async Task Stopped_plugin_should_be_unavailable_to_those_who_still_hold_its_classifier()
    {
        await using var house = await HangingAsync();
        var classifier = house.Runtime.Classifier!;

        await house.Runtime.StopAsync("test.hangs", CancellationToken.None);

        Assert.Null(house.Runtime.Classifier);
        await Assert.ThrowsAsync<PluginUnavailableException>(() => Classify(classifier, "hello").AsTask());
    }

    private static async Task<PluginHouse> HangingAsync()
    {
        var house = new PluginHouse();
        house.Install("test.hangs");
        await house.StartAsync();
        return house;
    }

    private static ValueTask<ClassifiedTexts> Classify(RunningClassifier classifier, string text) =>
        classifier.ClassifyAsync([new ClassifierInput { Text = text }], new ClassifyOptions(), CancellationToken.None);
}

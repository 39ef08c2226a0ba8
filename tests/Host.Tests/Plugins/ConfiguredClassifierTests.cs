using Microsoft.Extensions.Logging.Abstractions;
using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Plugins;

public sealed class ConfiguredClassifierTests
{
    private const string Id = "test.configured";
    private static readonly ClassifierDescriptor Descriptor = new() { Id = "one", Name = "One", ModelVersion = "1.0.0" };

    [Fact]
    public async Task Classifier_whose_settings_are_missing_should_leave_its_place_to_another_and_say_why()
    {
        await using var house = await ConfiguredAsync(PluginSettings.None);

        Assert.Null(house.Runtime.Classifier);
        Assert.Equal("It is not used until its settings are filled in: Token.", house.Runtime.Find(Id)!.Reason);

        await house.Runtime.ConfigureAsync(Id, Says("complaint", 1), CancellationToken.None);

        Assert.Null(house.Runtime.Find(Id)!.Reason);
        Assert.Equal("complaint", await SaidAsync(house, "hello"));
    }

    [Fact]
    public async Task Call_under_way_should_end_by_the_settings_it_began_with()
    {
        await using var house = await ConfiguredAsync(Says("complaint", 1));
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var underWay = SaidAsync(house, file);
        await Eventually.HoldsAsync("the call", () => Task.FromResult(File.Exists(file)));

        await house.Runtime.ConfigureAsync(Id, Says("question", 2), CancellationToken.None);
        Assert.Equal("question", await SaidAsync(house, "hello"));
        File.Delete(file);

        Assert.Equal("complaint", await underWay);
    }

    [Fact]
    public async Task Settings_that_are_older_than_those_that_hold_should_be_passed_over()
    {
        await using var house = await ConfiguredAsync(Says("complaint", 2));

        await house.Runtime.ConfigureAsync(Id, Says("question", 1), CancellationToken.None);

        Assert.Equal("complaint", await SaidAsync(house, "hello"));
    }

    [Fact]
    public async Task Model_should_bear_the_mark_of_settings_that_are_not_the_defaults_and_none_of_its_secrets()
    {
        await using var house = await ConfiguredAsync(Says("question", 1));
        Assert.Equal("2.0.0", house.Runtime.Classifier!.ModelVersion);

        await house.Runtime.ConfigureAsync(Id, Says("complaint", 2), CancellationToken.None);
        var marked = house.Runtime.Classifier!.ModelVersion;
        Assert.Matches(@"^2\.0\.0\+[0-9a-f]{8}$", marked);

        await house.Runtime.ConfigureAsync(Id, Says("complaint", 3, "another"), CancellationToken.None);
        Assert.Equal(marked, house.Runtime.Classifier!.ModelVersion);
    }

    [Fact]
    public void Plugin_should_have_one_form() => Assert.Contains(
        "one form",
        Assert.Throws<InvalidPluginException>(() => new PluginBuilder(NullLoggerFactory.Instance, TimeProvider.System)
            .AddClassifier<Mute, OneSettings>(Descriptor)
            .AddClassifier<Mute, OtherSettings>(Descriptor with { Id = "two" })).Message,
        StringComparison.Ordinal);

    private static async Task<PluginHouse> ConfiguredAsync(PluginSettings settings)
    {
        var house = new PluginHouse();
        house.Install(Id);
        await house.StartAsync(Id, settings);
        return house;
    }

    private static PluginSettings Says(string what, int version, string token = "s3cret") =>
        new(version, $$"""{"says":"{{what}}"}""", $$"""{"token":"{{token}}"}""");

    private static async Task<string> SaidAsync(PluginHouse house, string text)
    {
        var said = await house.Runtime.Classifier!.ClassifyAsync([new ClassifierInput { Text = text }], new ClassifyOptions(), CancellationToken.None);
        return said.Items[0].Labels[0].Value;
    }

    private sealed class OneSettings;

    private sealed class OtherSettings;

    private sealed class Mute : IClassifier
    {
        public ValueTask<IReadOnlyList<SocialCrm.Sdk.Classification>> ClassifyAsync(
            IReadOnlyList<ClassifierInput> batch, ClassifyOptions options, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}

using SocialCrm.Host.Plugins;

namespace SocialCrm.Host.Tests.Plugins;

public sealed class PluginLoadingTests
{
    [Theory]
    [InlineData("test.throws-in-configure", PluginState.Failed, "It failed while it was being configured: The licence file is missing.")]
    [InlineData("test.needs-newer-sdk", PluginState.Incompatible, "It is made for SDK [9.0.0, 10.0.0); this server has 0.1.0.")]
    [InlineData("test.holds-no-plugin", PluginState.Failed, "TestPlugins.HoldsNoPlugin.dll holds no class that implements IPlugin.")]
    public async Task Plugin_that_cannot_run_should_be_listed_with_its_reason_while_the_rest_works(string id, PluginState state, string reason)
    {
        await using var house = new PluginHouse(withBundled: true);
        house.Install(id);

        await house.StartAsync();

        var plugin = house.Runtime.Find(id)!;
        Assert.Equal(state, plugin.State);
        Assert.StartsWith(reason, plugin.Reason, StringComparison.Ordinal);
        Assert.NotNull(house.Runtime.FindConnector("signed-webhook"));
        Assert.False(plugin.Bundled);
    }

    [Fact]
    public async Task Bundled_plugins_should_run_with_what_they_bring()
    {
        await using var house = new PluginHouse(withBundled: true);

        await house.StartAsync();

        Assert.All(house.Runtime.List(), p => Assert.Equal((PluginState.Running, null, true), (p.State, p.Reason, p.Bundled)));
        var connector = house.Runtime.FindConnector("signed-webhook")!;
        Assert.True(connector.CanReceive && connector.CanReply && connector.Descriptor.SendsIdempotently);
        Assert.Equal("callbackUrl", Assert.Single(connector.Settings).Name);
        Assert.NotNull(house.Runtime.Classifier);
    }

    [Fact]
    public async Task Own_copy_of_the_SDK_should_be_ignored()
    {
        await using var house = new PluginHouse();
        Assert.True(File.Exists(Path.Combine(house.Install("test.brings-own-sdk"), "SocialCrm.Sdk.dll")));

        await house.StartAsync();

        Assert.Equal(PluginState.Running, house.Runtime.Find("test.brings-own-sdk")!.State);
        var classified = await house.Runtime.Classifier!.ClassifyAsync([new() { Text = "hello" }], new(), CancellationToken.None);
        Assert.Equal("other", Assert.Single(Assert.Single(classified.Items).Labels).Value);
    }

    [Theory]
    [InlineData("TestPlugins.BringsOwnSdk.dll", "was changed since the plugin was built")]
    [InlineData("added.dll", "is not on the plugin's own list")]
    [InlineData("plugin.json", "was changed since the plugin was built")]
    public async Task Plugin_that_was_tampered_with_should_be_refused(string file, string reason)
    {
        await using var house = new PluginHouse();
        await File.AppendAllTextAsync(Path.Combine(house.Install("test.brings-own-sdk"), file), "\n");

        await house.StartAsync();

        var plugin = house.Runtime.Find("test.brings-own-sdk")!;
        Assert.Equal(PluginState.Failed, plugin.State);
        Assert.Contains(reason, plugin.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "plugin.json is not valid JSON.")]
    [InlineData("[]", "plugin.json must hold an object.")]
    [InlineData("""{"id":"../../etc"}""", "plugin.json: assembly is missing.")]
    [InlineData("""{"id":"../../etc","assembly":"x.dll"}""", "plugin.json: id must be in reverse DNS")]
    [InlineData("""{"id":"test.x","assembly":"../x.dll","name":"n","version":"1.0.0","sdk":"[0.1.0,0.2.0)"}""", "plugin.json: assembly must be the name of a .dll file")]
    [InlineData("""{"id":"test.x","assembly":"x.dll","name":"n","version":"one","sdk":"[0.1.0,0.2.0)"}""", "plugin.json: version must be a semantic version")]
    [InlineData("""{"id":"test.x","assembly":"x.dll","name":"n","version":"1.0.0","sdk":"sometimes"}""", "plugin.json: sdk must be a range of versions")]
    [InlineData("""{"id":"test.other","assembly":"x.dll","name":"n","version":"1.0.0","sdk":"[0.1.0,0.2.0)"}""", "The folder test.x/1.0.0 holds test.other 1.0.0.")]
    public async Task Manifest_that_cannot_be_should_be_refused_with_what_is_wrong(string manifest, string reason)
    {
        await using var house = new PluginHouse();
        var folder = Directory.CreateDirectory(Path.Combine(house.Installed, "test.x", "1.0.0")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "plugin.json"), manifest);

        await house.StartAsync();

        var plugin = Assert.Single(house.Runtime.List());
        Assert.Equal(("test.x", PluginState.Failed), (plugin.Id, plugin.State));
        Assert.StartsWith(reason, plugin.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plugin_that_an_admin_stopped_should_stay_stopped_until_it_is_started()
    {
        await using var house = new PluginHouse();
        house.Install("test.brings-own-sdk");

        await house.StartAsync("test.brings-own-sdk");
        Assert.Equal(PluginState.Stopped, house.Runtime.Find("test.brings-own-sdk")!.State);
        Assert.Null(house.Runtime.Classifier);

        await house.Runtime.StartAsync("test.brings-own-sdk", CancellationToken.None);
        Assert.NotNull(house.Runtime.Classifier);
    }

    [Fact]
    public async Task Rebuilt_bundled_plugin_should_take_the_place_of_the_copy_from_before()
    {
        await using var house = new PluginHouse();
        var bundled = house.Bundle("test.brings-own-sdk");
        var installed = house.Install("test.brings-own-sdk");
        await File.WriteAllTextAsync(Path.Combine(installed, "files.sha256"), "of an earlier build");
        await File.WriteAllTextAsync(Path.Combine(installed, "left-over.dll"), "");

        await house.StartAsync();

        Assert.Equal((PluginState.Running, true), (house.Runtime.Find("test.brings-own-sdk")!.State, house.Runtime.Find("test.brings-own-sdk")!.Bundled));
        Assert.Equal(Names(bundled), Names(installed));
        Assert.Equal([installed], Directory.GetDirectories(Path.GetDirectoryName(installed)!));

        static IEnumerable<string?> Names(string folder) => Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Unknown_plugin_should_be_neither_started_nor_stopped()
    {
        await using var house = new PluginHouse();

        Assert.Null(await house.Runtime.StartAsync("test.nothing", CancellationToken.None));
        Assert.Null(await house.Runtime.StopAsync("test.nothing", CancellationToken.None));
    }
}

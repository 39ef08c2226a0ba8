using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Tests;

public sealed class PluginTests
{
    [Fact]
    public void The_plugin_declares_its_classifier_with_an_id_and_a_model_version()
    {
        var declared = new Declarations();
        new BuiltInClassifierPlugin().Configure(declared);

        Assert.Equal("built-in", declared.Classifier?.Id);
        Assert.Matches(@"^\d+\.\d+\.\d+$", declared.Classifier?.ModelVersion);
    }

    [Fact]
    public void The_assembly_holds_one_public_plugin_and_needs_nothing_but_the_sdk()
    {
        var assembly = typeof(BuiltInClassifierPlugin).Assembly;

        Assert.Single(assembly.GetExportedTypes(), type => type.IsAssignableTo(typeof(IPlugin)));
        Assert.All(assembly.GetReferencedAssemblies(), name => Assert.Matches("^(System|SocialCrm.Sdk)", name.Name));
    }

    private sealed class Declarations : IPluginBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public ClassifierDescriptor? Classifier { get; private set; }

        public IPluginBuilder AddChannel<TConnector, TSettings>(ChannelDescriptor descriptor)
            where TConnector : class, IChannelConnector
            where TSettings : class, new() => this;

        public IPluginBuilder AddSystemOfRecord<TRecord, TSettings>(SystemOfRecordDescriptor descriptor)
            where TRecord : class, ISystemOfRecord
            where TSettings : class, new() => throw new NotSupportedException();

        public IPluginBuilder AddClassifier<TClassifier>(ClassifierDescriptor descriptor)
            where TClassifier : class, IClassifier => throw new NotSupportedException();

        public IPluginBuilder AddClassifier<TClassifier, TSettings>(ClassifierDescriptor descriptor)
            where TClassifier : class, IClassifier
            where TSettings : class, new()
        {
            Classifier = descriptor;
            return this;
        }
    }
}

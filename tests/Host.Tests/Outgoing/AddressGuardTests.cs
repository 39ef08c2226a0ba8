using System.Net;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Outgoing;

namespace SocialCrm.Host.Tests.Outgoing;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:c0a8:101::1")]
    public void Address_inside_should_be_refused(string address) => Assert.False(Guard().IsAllowed(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::6810:1")]
    [InlineData("::ffff:93.184.215.14")]
    [InlineData("64:ff9b::5db8:d70e")]
    [InlineData("2002:5db8:d70e::1")]
    public void Address_on_the_internet_should_be_allowed(string address) => Assert.True(Guard().IsAllowed(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.1.0.0/16", "10.1.9.9", true)]
    [InlineData("10.1.0.0/16", "10.2.0.1", false)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "127.0.0.2", false)]
    [InlineData("10.1.2.3/16, fd00::/8", "fd12::1", true)]
    [InlineData("10.1.2.3/16, fd00::/8", "::ffff:10.1.0.1", true)]
    public void Network_that_the_operator_named_should_be_allowed(string networks, string address, bool allowed) =>
        Assert.Equal(allowed, Guard(networks).IsAllowed(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("everything")]
    [InlineData("10.0.0.0/8/8")]
    public void Network_that_is_none_should_be_noticed(string networks) => Assert.False(AllowedNetworks.AreValid(Named(networks)));

    [Theory]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("ftp://example.com/")]
    public async Task Check_should_say_why_an_address_is_refused(string address) =>
        Assert.NotNull(await Guard().WhyRefusedAsync(new Uri(address), CancellationToken.None));

    private static AddressGuard Guard(string networks = "") => new(Options.Create(Named(networks)));

    private static OutgoingOptions Named(string networks)
    {
        var options = new OutgoingOptions();
        options.AllowedNetworks.Add(networks);
        return options;
    }
}

using System.Text.Json;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Plugins;

public sealed class SettingsTests
{
    private static readonly SettingsForm Form = new(typeof(ForumSettings));
    private static readonly HashSet<string> None = [];

    private enum Depth
    {
        FirstPage,

        [Setting("All that was said")]
        WholeThread,
    }

    [Fact]
    public void Form_should_show_each_setting_as_its_attribute_and_type_say()
    {
        Assert.Equal(
            [("server", SettingKind.Url), ("token", SettingKind.Secret), ("signature", SettingKind.Multiline), ("pages", SettingKind.Number), ("quotes", SettingKind.Boolean), ("depth", SettingKind.Choice)],
            Form.Fields.Select(f => (f.Name, f.Kind)));
        Assert.Equal([new("firstPage", "First page"), new("wholeThread", "All that was said")], Form.Fields[5].Choices);
        Assert.Equal((1, 9, "3"), (Form.Fields[3].Min, Form.Fields[3].Max, Form.Fields[3].Default));
        Assert.Equal((null, true), (Form.Fields[1].Default, Form.Fields[1].Required));
    }

    [Fact]
    public void Valid_settings_should_be_bound_and_the_others_keep_their_default()
    {
        var read = Read("""{"server":" https://forum.example.com/x ","token":"s3cret","depth":"wholeThread","signature":null}""");
        var settings = new ForumSettings();
        Form.Bind(settings, read.Values);

        Assert.Empty(read.Errors);
        Assert.Equal(new Uri("https://forum.example.com/x"), settings.Server);
        Assert.Equal(("s3cret", Depth.WholeThread, 3, true), (settings.Token, settings.Depth, settings.Pages, settings.Quotes));
    }

    [Theory]
    [InlineData("""{"token":"t","other":1}""", "settings.other")]
    [InlineData("""{}""", "settings.token")]
    [InlineData("""{"token":""}""", "settings.token")]
    [InlineData("""{"token":5}""", "settings.token")]
    [InlineData("""{"token":"12345678901"}""", "settings.token")]
    [InlineData("""{"token":"t","server":"ftp://x"}""", "settings.server")]
    [InlineData("""{"token":"t","server":"forum.example.com"}""", "settings.server")]
    [InlineData("""{"token":"t","pages":0}""", "settings.pages")]
    [InlineData("""{"token":"t","pages":10}""", "settings.pages")]
    [InlineData("""{"token":"t","pages":"3"}""", "settings.pages")]
    [InlineData("""{"token":"t","pages":1.5}""", "settings.pages")]
    [InlineData("""{"token":"t","quotes":"yes"}""", "settings.quotes")]
    [InlineData("""{"token":"t","depth":"bottomless"}""", "settings.depth")]
    [InlineData("""{"token":"t","signature":"\ud800"}""", "settings.signature")]
    [InlineData("""[]""", "settings")]
    public void Setting_that_is_not_valid_should_be_named(string json, string field) => Assert.Equal([field], Read(json).Errors.Keys);

    [Fact]
    public void Secret_that_is_stored_should_not_have_to_be_given_again() =>
        Assert.Empty(new SettingsReader(Form.Fields, "settings").Read(Json("""{"token":""}"""), new HashSet<string> { "token" }).Errors);

    private static SettingsReader Read(string json) => new SettingsReader(Form.Fields, "settings").Read(Json(json), None);

    private static JsonElement Json(string json) => JsonElement.Parse(json);

    private sealed class ForumSettings
    {
        [Setting("Server")]
        public Uri? Server { get; init; }

        [Setting("Token", Secret = true, Required = true, MaxLength = 10)]
        public string Token { get; init; } = "";

        [Setting("Signature", Multiline = true)]
        public string? Signature { get; init; }

        [Setting("Pages", Min = 1, Max = 9)]
        public int Pages { get; init; } = 3;

        [Setting("Quotes")]
        public bool Quotes { get; init; } = true;

        [Setting("Depth")]
        public Depth Depth { get; init; }

        public string NotASetting { get; init; } = "";
    }
}

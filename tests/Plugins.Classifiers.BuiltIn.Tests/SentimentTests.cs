using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Tests;

public sealed class SentimentTests
{
    [Theory]
    [InlineData("The staff were wonderful and the food was great")]
    [InlineData("Thank you so much, I'm really happy with it!")]
    [InlineData("Toller Service, ich bin begeistert")]
    [InlineData("Me encanta, excelente servicio")]
    [InlineData("Ótimo atendimento, adorei")]
    [InlineData("Servizio fantastico, grazie!")]
    [InlineData("J'adore, c'est génial")]
    [InlineData("Geweldige service, heel blij")]
    [InlineData("شركة رائعة، شكرا جزيلا")]
    public async Task Praise_is_positive(string text) => Assert.Equal("positive", await Classified.ValueAsync(text, Facets.Sentiment));

    [Theory]
    [InlineData("This is terrible, I hate it")]
    [InlineData("Worst airline ever, rude staff and a dirty plane")]
    [InlineData("Das ist eine Frechheit, total enttäuscht")]
    [InlineData("Qué vergüenza de empresa, pésimo trato")]
    [InlineData("C'est nul, je suis très déçu")]
    [InlineData("والله اسوأ خدمة، شركة فاشلة")]
    public async Task Anger_is_negative(string text) => Assert.Equal("negative", await Classified.ValueAsync(text, Facets.Sentiment));

    [Theory]
    [InlineData("The food was not good")]
    [InlineData("I don't like this at all")]
    [InlineData("never had such a great experience? no, it wasn't great")]
    public async Task Negated_praise_is_not_positive(string text) => Assert.NotEqual("positive", await Classified.ValueAsync(text, Facets.Sentiment));

    [Fact]
    public async Task Not_bad_is_better_than_bad()
    {
        Assert.Equal("negative", await Classified.ValueAsync("the service was bad", Facets.Sentiment));
        Assert.Equal("positive", await Classified.ValueAsync("not bad, pretty good service", Facets.Sentiment));
    }

    [Theory]
    [InlineData("😍😍😍", "positive")]
    [InlineData("😡😡", "negative")]
    [InlineData("my new phone 😍", "positive")]
    [InlineData("flight home :(", "negative")]
    [InlineData("สวัสดี 😡", "negative")]
    public async Task Emoji_and_emoticons_speak_in_every_language(string text, string sentiment) =>
        Assert.Equal(sentiment, await Classified.ValueAsync(text, Facets.Sentiment));

    [Theory]
    [InlineData("Thanks for nothing @acme")]
    [InlineData("Oh great, another delay. Love how you never answer 🙄")]
    [InlineData("Great job losing my bag again")]
    public async Task Sarcasm_is_never_taken_for_joy(string text) => Assert.NotEqual("positive", await Classified.ValueAsync(text, Facets.Sentiment));

    [Fact]
    public async Task After_but_the_second_half_counts_for_more() =>
        Assert.Equal("negative", await Classified.ValueAsync("The room was nice but the service was horrible and rude", Facets.Sentiment));

    [Theory]
    [InlineData("Szolgáltatás holnap reggel nyolckor a városban és a hegyekben is elérhető lesz mindenkinek")]
    [InlineData("วันนี้ฝนตกทั้งวันเลย")]
    public async Task A_language_without_word_lists_is_unsure(string text)
    {
        foreach (var facet in Facets.ClosedValues.Keys)
        {
            Assert.Equal(Facets.Unsure, await Classified.ValueAsync(text, facet));
        }
    }
}

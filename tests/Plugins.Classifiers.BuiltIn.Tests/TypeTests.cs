using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Tests;

public sealed class TypeTests
{
    [Theory]
    [InlineData("@acme what are your opening hours on Saturday?")]
    [InlineData("How do I change the email address on my account?")]
    [InlineData("does anyone know if they ship to Iceland")]
    [InlineData("Hi, is it possible to pay in two instalments?")]
    [InlineData("¿Cómo puedo cambiar mi dirección?")]
    [InlineData("Wie lange dauert die Lieferung nach Graz?")]
    public async Task Asking_for_information_is_a_question(string text) =>
        Assert.Equal("question", await Classified.ValueAsync(text, Facets.Type));

    [Theory]
    [InlineData("@acme your app keeps crashing and nobody replies, worst service ever")]
    [InlineData("My parcel never arrived and I have been waiting for 3 weeks")]
    [InlineData("Still no refund for my cancelled flight. Unacceptable!")]
    [InlineData("Seit gestern kein Internet, die Hotline ist eine Frechheit")]
    [InlineData("Mi pedido no llegó y nadie responde, pésimo servicio")]
    public async Task Saying_that_something_fell_short_is_a_complaint(string text) =>
        Assert.Equal("complaint", await Classified.ValueAsync(text, Facets.Type));

    [Theory]
    [InlineData("The internet is down again since yesterday, when will it be fixed?")]
    [InlineData("My order arrived broken and nobody answers. How do I get my money back?")]
    [InlineData("Why does your website keep crashing? I've been trying for two hours")]
    public async Task A_complaint_with_a_question_attached_is_a_complaint(string text) =>
        Assert.Equal("complaint", await Classified.ValueAsync(text, Facets.Type));

    [Theory]
    [InlineData("Shout out to @acme for the amazing help today, thank you!")]
    [InlineData("Love the new design, great job")]
    [InlineData("Kudos to your driver, he was so kind 😍")]
    [InlineData("Merci beaucoup, service impeccable")]
    public async Task Praise_and_thanks_are_a_compliment(string text) =>
        Assert.Equal("compliment", await Classified.ValueAsync(text, Facets.Type));

    [Theory]
    [InlineData("Watching the game tonight with friends")]
    [InlineData("Win a free phone! Follow us and retweet to enter our giveaway https://example.com")]
    public async Task Chatter_and_adverts_are_other(string text) =>
        Assert.Equal("other", await Classified.ValueAsync(text, Facets.Type));

    [Theory]
    [InlineData("Hi, how do I reset my password? Thanks in advance")]
    [InlineData("could you please tell me the price, thank you")]
    public async Task Thanking_in_advance_is_no_compliment(string text) =>
        Assert.Equal("question", await Classified.ValueAsync(text, Facets.Type));

    [Theory]
    [InlineData("Hola, my order no llega, please help, llevo 3 semanas esperando")]
    public async Task A_message_in_two_languages_is_never_taken_for_praise(string text)
    {
        Assert.NotEqual("compliment", await Classified.ValueAsync(text, Facets.Type));
        Assert.NotEqual("positive", await Classified.ValueAsync(text, Facets.Sentiment));
    }
}

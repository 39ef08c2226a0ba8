using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("My order still hasn't arrived, can somebody help me please", "en")]
    [InlineData("Meine Bestellung ist immer noch nicht angekommen", "de")]
    [InlineData("Mon colis n'est toujours pas arrivé chez moi", "fr")]
    [InlineData("Mi pedido todavía no ha llegado a mi casa", "es")]
    [InlineData("O meu pedido ainda não chegou, vocês podem ajudar?", "pt")]
    [InlineData("Il mio ordine non è ancora arrivato", "it")]
    [InlineData("Mijn bestelling is nog steeds niet aangekomen", "nl")]
    [InlineData("Siparişim hâlâ gelmedi, yardımcı olur musunuz", "tr")]
    [InlineData("Moje zamówienie jeszcze nie dotarło", "pl")]
    [InlineData("Здравствуйте, мой заказ до сих пор не пришёл, что мне делать и куда можно обратиться за помощью?", "ru")]
    [InlineData("Моє замовлення досі не прийшло", "uk")]
    [InlineData("لم يصل طلبي حتى الآن", "ar")]
    [InlineData("注文した商品がまだ届きません", "ja")]
    [InlineData("我的订单还没有到", "zh")]
    [InlineData("주문한 상품이 아직 안 왔어요", "ko")]
    [InlineData("मेरा ऑर्डर अभी तक नहीं आया", "hi")]
    [InlineData("Η παραγγελία μου δεν έχει φτάσει", "el")]
    public async Task A_sentence_is_recognised(string text, string language) =>
        Assert.Equal(language, await Classified.ValueAsync(text, Facets.Language));

    [Theory]
    [InlineData("@acme https://example.com/hola/que/tal #muchasgracias How can I reset this thing today?", "en")]
    public async Task Names_links_and_hashtags_say_nothing_of_the_language(string text, string language) =>
        Assert.Equal(language, await Classified.ValueAsync(text, Facets.Language));

    [Theory]
    [InlineData("")]
    [InlineData("ok")]
    [InlineData("12345 !!!")]
    [InlineData("@acme")]
    [InlineData("👍👍👍")]
    [InlineData("доброе утро my friends как дела today сегодня")]
    public async Task A_text_that_is_too_short_or_mixed_is_unsure(string text) =>
        Assert.Equal(Facets.Unsure, await Classified.ValueAsync(text, Facets.Language));
}

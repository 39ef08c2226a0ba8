using System.Text;

namespace SocialCrm.Sdk.Tests;

public sealed class StandardWebhooksTests
{
    // The vector of the reference implementations' own tests: standard-webhooks/libraries, "sign" test.
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Timestamp = "1614265330";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly byte[] Body = """{"test": 2432232314}"""u8.ToArray();
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void Signing_should_match_the_reference_vector() =>
        Assert.Equal(Signature, StandardWebhooks.Sign(Secret, Id, Then, Body));

    [Fact]
    public void Secret_without_prefix_should_sign_the_same() =>
        Assert.Equal(Signature, StandardWebhooks.Sign(Secret["whsec_".Length..], Id, Then, Body));

    [Fact]
    public void Reference_vector_should_verify() =>
        Assert.Equal(WebhookSignature.Valid, Verify());

    [Theory]
    [InlineData("v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= " + Signature)]
    [InlineData(Signature + " v1,rubbish")]
    [InlineData("  " + Signature + " ")]
    public void One_good_signature_among_several_should_do(string signatures) =>
        Assert.Equal(WebhookSignature.Valid, Verify(signatures: signatures));

    [Theory]
    [InlineData("v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1,")]
    [InlineData("v1,g0hM9SsE")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OFnMGhNOVNzRSs=")]
    [InlineData("v1a,xx not base64 \ud800")]
    public void Signature_that_does_not_match_should_be_refused(string signatures) =>
        Assert.Equal(WebhookSignature.Mismatch, Verify(signatures: signatures));

    [Fact]
    public void Changed_body_should_be_refused() =>
        Assert.Equal(WebhookSignature.Mismatch, Verify(body: "{\"test\": 2432232315}"u8.ToArray()));

    [Fact]
    public void Changed_id_should_be_refused() => Assert.Equal(WebhookSignature.Mismatch, Verify(id: "msg_other"));

    [Theory]
    [InlineData(null, Timestamp, Signature)]
    [InlineData(Id, "", Signature)]
    [InlineData(Id, Timestamp, null)]
    public void Missing_header_should_be_told_apart(string? id, string? timestamp, string? signature) =>
        Assert.Equal(WebhookSignature.MissingHeader, StandardWebhooks.Verify([Secret], id, timestamp, signature, Body, Then));

    [Theory]
    [InlineData("soon")]
    [InlineData("1614265330.5")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public void Timestamp_that_is_no_number_should_be_told_apart(string timestamp) =>
        Assert.Equal(WebhookSignature.BadTimestamp, Verify(timestamp: timestamp));

    [Theory]
    [InlineData(-301, WebhookSignature.OutsideTolerance)]
    [InlineData(-300, WebhookSignature.Valid)]
    [InlineData(300, WebhookSignature.Valid)]
    [InlineData(301, WebhookSignature.OutsideTolerance)]
    public void Timestamp_should_be_tolerated_for_five_minutes_either_way(int seconds, WebhookSignature expected) =>
        Assert.Equal(expected, Verify(now: Then.AddSeconds(seconds)));

    [Fact]
    public void Timestamp_at_the_end_of_time_should_not_overflow() =>
        Assert.Equal(WebhookSignature.OutsideTolerance, Verify(timestamp: long.MaxValue.ToString()));

    [Fact]
    public void Either_secret_should_verify_while_one_is_being_replaced()
    {
        var (old, fresh) = (StandardWebhooks.NewSecret(), StandardWebhooks.NewSecret());
        foreach (var signing in new[] { old, fresh })
        {
            var signature = StandardWebhooks.Sign(signing, Id, Then, Body);
            Assert.Equal(WebhookSignature.Valid, StandardWebhooks.Verify([fresh, old], Id, Timestamp, signature, Body, Then));
        }
    }

    [Fact]
    public void Secret_that_is_not_base64_should_match_nothing() =>
        Assert.Equal(WebhookSignature.Mismatch, StandardWebhooks.Verify(["whsec_%%%", ""], Id, Timestamp, Signature, Body, Then));

    [Fact]
    public void New_secrets_should_differ_and_hold_32_bytes()
    {
        var secret = StandardWebhooks.NewSecret();
        Assert.NotEqual(secret, StandardWebhooks.NewSecret());
        Assert.True(StandardWebhooks.IsSecret(secret));
        Assert.Equal(32, Convert.FromBase64String(secret["whsec_".Length..]).Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_not base64!")]
    public void Text_that_is_no_secret_should_be_recognised(string? text) => Assert.False(StandardWebhooks.IsSecret(text));

    [Fact]
    public void Id_with_a_full_stop_should_not_be_signed() =>
        Assert.Throws<ArgumentException>(() => StandardWebhooks.Sign(Secret, "a.b", Then, Encoding.UTF8.GetBytes("{}")));

    private static WebhookSignature Verify(
        string id = Id, string timestamp = Timestamp, string signatures = Signature, byte[]? body = null, DateTimeOffset? now = null) =>
        StandardWebhooks.Verify([Secret], id, timestamp, signatures, body ?? Body, now ?? Then);
}

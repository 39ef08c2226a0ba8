using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SocialCrm.RunningServer;

namespace SocialCrm.Screenshots;

/// <summary>A system of record that takes most events, knows owners and tiers, and now and then refuses something.</summary>
internal sealed class OtherSystem : IDisposable
{
    private static readonly string[] Tiers = ["gold", "silver", "bronze"];
    private readonly HttpListener _listener = new();
    private int _taken;

    private OtherSystem(string address) => _listener.Prefixes.Add(address);

    public string Address => _listener.Prefixes.Single();

    public static OtherSystem Start()
    {
        var system = new OtherSystem($"http://127.0.0.1:{FreePort.Find()}/");
        system._listener.Start();
        _ = system.ServeAsync();
        return system;
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // The pictures are taken.
        }
    }

    private async Task AnswerAsync(HttpListenerContext http)
    {
        using var reader = new StreamReader(http.Request.InputStream);
        var text = await reader.ReadToEndAsync();
        var number = Interlocked.Increment(ref _taken);
        http.Response.StatusCode = text.Length > 0 && number % 23 == 0 ? 422 : 200;
        var answer = http.Response.StatusCode == 422 ? """{"error":"text is longer than 255 characters"}""" : text.Length == 0 ? """{"changes":[],"cursor":"1"}""" : Record(JsonNode.Parse(text)!, number);
        http.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: false);
    }

    private static string Record(JsonNode told, int number) => told["type"]!.GetValue<string>() != "contact" ? "{}" : new JsonObject
    {
        ["record"] = $"CRM-{4000 + number}",
        ["url"] = $"https://crm.example.com/accounts/{4000 + number}",
        ["owner"] = number % 2 == 0 ? "Olga Ortega" : "Key accounts, northern region",
        ["tier"] = Tiers[number % 3],
        ["fields"] = new JsonObject { ["Customer since"] = "2019", ["Contract"] = "Business, until 2027" },
    }.ToJsonString();
}

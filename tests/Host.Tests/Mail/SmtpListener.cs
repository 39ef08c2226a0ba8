using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SocialCrm.Host.Tests.Mail;

/// <summary>A small mail server on a socket: takes what comes, or refuses those whom the test names.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;

    public SmtpListener(int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<ReceivedMail> Mails { get; } = new();

    /// <summary>Recipients answered with 550.</summary>
    public ConcurrentBag<string> Refused { get; } = [];

    /// <summary>Waits for a mail to somebody.</summary>
    public Task<ReceivedMail> ArrivedAsync(string to, string subject) => Infrastructure.Eventually.FindsAsync(
        $"mail to {to} about {subject}",
        () => Task.FromResult(Mails.FirstOrDefault(m => m.To == to && m.Subject.Contains(subject, StringComparison.Ordinal))),
        TimeSpan.FromSeconds(90));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test");
            var to = "";
            while (await reader.ReadLineAsync(_stopping.Token) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                to = verb == "RCPT" ? line.Split('<', '>')[1] : to;
                await writer.WriteLineAsync(verb switch
                {
                    "DATA" => "354 go on",
                    "QUIT" => "221 bye",
                    "RCPT" when Refused.Contains(to) => "550 no such mailbox",
                    _ => "250 ok",
                });
                if (verb == "DATA")
                {
                    Mails.Enqueue(new ReceivedMail(to, await DataAsync(reader)));
                    await writer.WriteLineAsync("250 taken");
                }
            }
        }
    }

    private async Task<string> DataAsync(StreamReader reader)
    {
        var raw = new StringBuilder();
        while (await reader.ReadLineAsync(_stopping.Token) is { } line && line != ".")
        {
            raw.Append(line).Append('\n');
        }

        return raw.ToString();
    }
}

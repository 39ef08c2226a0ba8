using System.Globalization;
using SocialCrm.Sdk;

namespace SocialCrm.Tools.PostSample;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Options
{
    public const string Usage = """
        post-sample URL SECRET [options]     replays real customer messages through a signed webhook
          URL         the channel's webhook address, http(s)://…/hooks/…/…
          SECRET      the channel's signing secret, whsec_…
          --file F    the messages, JSON Lines (default: ../shared/data/customer-messages/support-threads.jsonl)
          --rate N    requests a second (default: 50)
          --count N   at most so many messages (default: all)
          --batch N   messages a request, 1 to 500 (default: 1)
          --at now    the messages are written now, so that they stand at the top (default)
          --keep-times  the messages keep their original times
        """;

    public required Uri Url { get; init; }

    public required string Secret { get; init; }

    public string File { get; set; } = "../shared/data/customer-messages/support-threads.jsonl";

    public double Rate { get; set; } = 50;

    public int Count { get; set; } = int.MaxValue;

    public int Batch { get; set; } = 1;

    public bool KeepTimes { get; set; }

    /// <summary>Null when help was asked for.</summary>
    public static Options? Read(string[] args)
    {
        if (args.Length == 0 || args.Contains("--help") || args.Contains("-h"))
        {
            return null;
        }

        if (args.Length < 2 || !Uri.TryCreate(args[0], UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new UsageException($"the first argument must be the channel's webhook address, the second its secret; --help tells more. It was \"{args[0]}\".");
        }

        if (!StandardWebhooks.IsSecret(args[1]))
        {
            throw new UsageException("the second argument must be the channel's signing secret, whsec_ and base64, as it was shown when the channel was made.");
        }

        var options = new Options { Url = url, Secret = args[1] };
        var rest = new Queue<string>(args.Skip(2));
        while (rest.TryDequeue(out var name))
        {
            options.Take(name, rest);
        }

        return options;
    }

    private void Take(string name, Queue<string> rest)
    {
        switch (name)
        {
            case "--file": File = Value(name, rest); break;
            case "--rate": Rate = Number(name, rest, 0.1, 100_000); break;
            case "--count": Count = (int)Number(name, rest, 1, int.MaxValue); break;
            case "--batch": Batch = (int)Number(name, rest, 1, 500); break;
            case "--keep-times": KeepTimes = true; break;
            case "--at" when Value(name, rest) == "now": KeepTimes = false; break;
            case "--at": throw new UsageException("--at knows only \"now\"; use --keep-times for the original times.");
            default: throw new UsageException($"{name} is not an option; --help lists them.");
        }
    }

    private static string Value(string name, Queue<string> rest) =>
        rest.TryDequeue(out var value) ? value : throw new UsageException($"{name} needs a value.");

    private static double Number(string name, Queue<string> rest, double min, double max) =>
        double.TryParse(Value(name, rest), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new UsageException($"{name} must be a number from {min} to {max}.");
}

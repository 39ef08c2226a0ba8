using SocialCrm.Tools.PostSample;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    var options = Options.Read(args);
    if (options is null)
    {
        Console.WriteLine(Options.Usage);
        return 0;
    }

    using var poster = new Poster(options, TimeProvider.System);
    return await new Replay(options, poster, TimeProvider.System).RunAsync(stop.Token) ? 0 : 1;
}
catch (UsageException error)
{
    await Console.Error.WriteLineAsync($"post-sample: {error.Message}");
    return 2;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("post-sample: stopped.");
    return 130;
}

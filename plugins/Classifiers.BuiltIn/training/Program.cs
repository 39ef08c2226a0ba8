using SocialCrm.Plugins.Classifiers.BuiltIn;
using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;
using SocialCrm.Plugins.Classifiers.BuiltIn.Languages;
using SocialCrm.Plugins.Classifiers.BuiltIn.Settings;
using SocialCrm.Plugins.Classifiers.BuiltIn.Training;

if (args is not [var command, var folder, ..])
{
    Console.Error.WriteLine("Use: lists|languages|heads|measure|certainty|speed DATA-FOLDER [RESOURCES-FOLDER], or: explain TEXT...");
    return 2;
}
var data = new DataSets(folder);
var resources = args.ElementAtOrDefault(2) ?? "plugins/Classifiers.BuiltIn/resources";
switch (command)
{
    case "lists":
        ListPreparation.Write(data, resources);
        return 0;
    case "languages":
        var profile = LanguageTraining.Fit(data);
        await using (var file = File.Create(Path.Combine(resources, "languages.bin")))
        {
            profile.Write(file);
        }
        return 0;
    case "heads":
        var fitted = new HeadTraining(Profile()).Fit(data);
        await using (var file = File.CreateText(Path.Combine(resources, "heads.tsv")))
        {
            HeadFile.Write(file, fitted);
        }
        return 0;
    case "measure":
        using (var heads = Resources.OpenText("heads.tsv"))
        {
            new Report(new Measurement(Profile(), HeadFile.Read(heads)), data).Print();
        }
        return 0;
    case "certainty":
        foreach (var certainty in Enum.GetValues<Certainty>())
        {
            using var heads = Resources.OpenText("heads.tsv");
            var moved = HeadFile.Read(heads).MovedBy(new BuiltInSettings { Certainty = certainty, Sentiment = certainty });
            new Report(new Measurement(Profile(), moved), data).PrintHeldOut(certainty.ToString());
        }
        return 0;
    case "speed":
        await Speed.PrintAsync(data);
        return 0;
    case "explain":
        await Explainer.PrintAsync(args[1..]);
        return 0;
    default:
        Console.Error.WriteLine($"There is no command '{command}'.");
        return 2;
}

static LanguageProfile Profile()
{
    using var file = Resources.Open("languages.bin");
    return LanguageProfile.Read(file);
}

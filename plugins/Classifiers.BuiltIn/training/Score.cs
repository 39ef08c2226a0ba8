namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <summary>How often a facet was answered and how often the answer was right.</summary>
/// <param name="Messages">How many had a label.</param>
/// <param name="Answered">How many of them got an answer other than "unsure".</param>
/// <param name="Right">How many answers were right.</param>
/// <param name="RightIfForced">How many would be right if the best value were always given.</param>
internal sealed record Score(int Messages, int Answered, int Right, int RightIfForced)
{
    public double Accuracy => Answered == 0 ? 0 : (double)Right / Answered;

    public double Coverage => Messages == 0 ? 0 : (double)Answered / Messages;

    public double ForcedAccuracy => Messages == 0 ? 0 : (double)RightIfForced / Messages;
}

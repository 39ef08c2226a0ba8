using System.Runtime.InteropServices;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Reading;

/// <summary>What the words just read do to the next ones.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Mood
{
    // As far as a "not" reaches in English; a clause's end cuts it short.
    private const int NegationReach = 4;
    private const int BoostReach = 2;

    private int _negatedFor;
    private int _boostedFor;
    private float _boost;

    /// <summary>Where the last "but" stands; 0 where there is none, or nothing before it.</summary>
    public int ContrastAt { get; set; }

    public readonly bool IsNegated => _negatedFor > 0;

    public readonly float Boost => _boostedFor > 0 ? _boost : 0;

    public void Negate() => _negatedFor = NegationReach + 1;

    public void BoostBy(float boost)
    {
        _boost = boost;
        _boostedFor = BoostReach + 1;
    }

    public void Pass()
    {
        _negatedFor--;
        _boostedFor--;
    }

    public void EndClause()
    {
        _negatedFor = 0;
        _boostedFor = 0;
    }
}

namespace SocialCrm.Sdk;

/// <summary>
/// Makes a property of a settings class a field of the form that an admin fills in. On a member of an enum it says how that
/// choice reads (its label alone counts there); without it the member's name in words is shown.
/// </summary>
/// <remarks>
/// The property has a public getter and setter (or init) and is one of: <see cref="string"/>, <see cref="bool"/>,
/// <see cref="int"/>, <see cref="Uri"/>, or an enum (a choice of its names). Nullable means that it may be left empty.
/// The property's name in camelCase is the field's name in the API; fields stand in the order of declaration.
/// </remarks>
/// <param name="label">The field's label.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SettingAttribute(string label) : Attribute
{
    /// <summary>The field's label.</summary>
    public string Label { get; } = label;

    /// <summary>A sentence below the field: what it is for and where to find it.</summary>
    public string Help { get; init; } = "";

    /// <summary>An example shown in the empty field.</summary>
    public string Placeholder { get; init; } = "";

    /// <summary>True when the form cannot be saved without it.</summary>
    public bool Required { get; init; }

    /// <summary>
    /// True when the channel can send replies only once the field is filled in. While it is empty the host offers no
    /// reply and tells the agent why.
    /// </summary>
    public bool RequiredForReplies { get; init; }

    /// <summary>
    /// True when a system of record can be pulled from only once the field is filled in. While it is empty the host asks it
    /// for nothing.
    /// </summary>
    public bool RequiredForPulling { get; init; }

    /// <summary>True when it is stored encrypted, never shown again and never logged. For strings only.</summary>
    public bool Secret { get; init; }

    /// <summary>True for a text of several lines.</summary>
    public bool Multiline { get; init; }

    /// <summary>The most UTF-16 units of a text; 2,048 unless said otherwise.</summary>
    public int MaxLength { get; init; } = 2048;

    /// <summary>The smallest number allowed.</summary>
    public int Min { get; init; } = int.MinValue;

    /// <summary>The largest number allowed.</summary>
    public int Max { get; init; } = int.MaxValue;
}

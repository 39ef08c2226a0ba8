using System.ComponentModel.DataAnnotations;

namespace SocialCrm.Host.Attachments;

/// <summary>What files are taken, where they lie and for how long. Bound from the section "Attachments".</summary>
public sealed class AttachmentsOptions : IValidatableObject
{
    /// <summary>
    /// Where the content lies: <c>folder</c> (files/ in the data folder), <c>database</c> (any node can read it), or
    /// <c>auto</c>: the folder beside an embedded database, the database where there is a PostgreSQL.
    /// </summary>
    public string Store { get; set; } = "auto";

    /// <summary>The largest file, in MiB.</summary>
    [Range(1, 1000, ErrorMessage = "Attachments:MostMegabytes must be 1 to 1,000.")]
    public int MostMegabytes { get; set; } = 10;

    /// <summary>The most files with one message that is written here.</summary>
    [Range(1, 10, ErrorMessage = "Attachments:MostOfMessage must be 1 to 10.")]
    public int MostOfMessage { get; set; } = 10;

    /// <summary>All files of an organisation together, in MiB.</summary>
    [Range(1, 100_000_000, ErrorMessage = "Attachments:QuotaMegabytes must be 1 to 100,000,000.")]
    public long QuotaMegabytes { get; set; } = 10_240;

    /// <summary>Days after which the content is let go; 0 keeps it.</summary>
    [Range(0, 36_500, ErrorMessage = "Attachments:RetentionDays must be 0 (keep) to 36,500.")]
    public int RetentionDays { get; set; }

    /// <summary>Hours after which an uploaded file that was not sent is let go.</summary>
    [Range(1, 720, ErrorMessage = "Attachments:DraftHours must be 1 to 720.")]
    public int DraftHours { get; set; } = 24;

    /// <summary>Media types that are taken, separated by commas, such as <c>image/*, application/pdf</c>; empty for all that are not refused.</summary>
    public string AllowedTypes { get; set; } = "";

    /// <summary>Endings of names that are refused, separated by commas. Programs are refused by their content, whatever their name.</summary>
    public string RefusedEndings { get; set; } =
        "exe,com,scr,pif,bat,cmd,msi,msp,dll,cpl,lnk,hta,js,jse,vbs,vbe,wsf,wsh,ps1,psm1,jar,apk,app,dmg,pkg,deb,rpm,sh,reg,chm,iso,img";

    /// <summary>How many files a node fetches at a time.</summary>
    [Range(1, 32, ErrorMessage = "Attachments:FetchAtATime must be 1 to 32.")]
    public int FetchAtATime { get; set; } = 3;

    /// <summary>How long fetching one file may take.</summary>
    [Range(1, 600, ErrorMessage = "Attachments:FetchSeconds must be 1 to 600.")]
    public int FetchSeconds { get; set; } = 60;

    /// <summary>How often fetching is tried.</summary>
    [Range(1, 20, ErrorMessage = "Attachments:FetchAttempts must be 1 to 20.")]
    public int FetchAttempts { get; set; } = 6;

    /// <summary>How long the address of a sent file works for its receiver.</summary>
    [Range(1, 10_080, ErrorMessage = "Attachments:LinkMinutes must be 1 to 10,080.")]
    public int LinkMinutes { get; set; } = 60;

    public long MostBytes => MostMegabytes * 1024L * 1024;

    public long QuotaBytes => QuotaMegabytes * 1024 * 1024;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Store is not ("auto" or "folder" or "database"))
        {
            yield return new ValidationResult("Attachments:Store must be auto, folder or database.");
        }

        if (TypeRules.List(AllowedTypes).Any(type => type.Count(c => c == '/') != 1))
        {
            yield return new ValidationResult("Attachments:AllowedTypes must name media types such as image/* or application/pdf, separated by commas.");
        }
    }
}

using Microsoft.AspNetCore.Http.HttpResults;

namespace SocialCrm.Host.Platform.Http;

/// <summary>RFC 9457 answers with a stable type, saying what was wrong, where, and what to do.</summary>
internal static class Problems
{
    public static ProblemHttpResult Of(int status, string slug, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: $"urn:socialcrm:problem:{slug}");

    public static ProblemHttpResult Invalid(string field, string message) =>
        Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] });

    public static ProblemHttpResult Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        TypedResults.Problem(
            string.Join(' ', errors.Select(e => e.Key.Length > 0 ? $"{e.Key}: {e.Value[0]}" : e.Value[0])),
            statusCode: StatusCodes.Status400BadRequest,
            title: "The request holds something that is not valid.",
            type: "urn:socialcrm:problem:invalid",
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors });

    /// <summary>Also the answer for what belongs to another tenant: it must not tell that it exists.</summary>
    public static ProblemHttpResult NotFound(string what) =>
        Of(StatusCodes.Status404NotFound, "not-found", "Not found.", $"There is no such {what} here.");

    public static ProblemHttpResult Conflict(string slug, string detail) =>
        Of(StatusCodes.Status409Conflict, slug, "That is not possible as things stand.", detail);
}

using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace SocialCrm.Host.Platform.Http;

/// <summary>The answer where no endpoint wrote one: a stable type for each status, and what to do.</summary>
internal static class ProblemDefaults
{
    public static void Apply(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Type?.StartsWith("urn:", StringComparison.Ordinal) != true)
        {
            (problem.Type, problem.Title, problem.Detail) = Of(problem.Status ?? context.HttpContext.Response.StatusCode);
        }

        problem.Extensions["traceId"] = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
    }

    /// <summary>Answers a bare status code; unlike the framework's writer it does not mind what the client accepts.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var (type, title, detail) = Of(status);
        var problem = new ProblemDetails { Status = status, Type = type, Title = title, Detail = detail };
        return TypedResults.Problem(problem).ExecuteAsync(context);
    }

    private static (string Type, string Title, string Detail) Of(int status) => status switch
    {
        400 => Text("invalid", "The request cannot be understood.", "Compare it with the description at /swagger."),
        401 => Text("unauthenticated", "Not signed in.", "Sign in, or send a valid API key as header X-Api-Key."),
        403 => Text("forbidden", "Not allowed.", "Your role does not allow this; ask an owner or admin of your organisation."),
        404 => Text("not-found", "Not found.", "There is nothing at this address; /swagger shows what there is."),
        405 => Text("method-not-allowed", "This cannot be done here.", "The address exists, but not for this method; see the header Allow."),
        413 => Text("too-large", "The request is too large.", "Send less at once."),
        415 => Text("unsupported-media-type", "The body is of a kind that is not read here.", "Send JSON with Content-Type: application/json."),
        429 => Text("too-many-requests", "Too many requests.", "Wait as long as the header Retry-After says."),
        503 => Text("unavailable", "The server is busy or its database cannot be reached.", "Try again in a moment."),
        >= 500 => Text("server-error", "The server failed at this.", "Nothing is wrong with the request. Give the traceId to the platform admin."),
        _ => Text($"status-{status}", "The request was refused.", "See the status code."),
    };

    private static (string Type, string Title, string Detail) Text(string slug, string title, string detail) =>
        ($"urn:socialcrm:problem:{slug}", title, detail);
}

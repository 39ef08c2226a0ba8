using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;

namespace SocialCrm.Host.Platform.Http;

/// <summary>Says which field of a request could not be read, in words that show nothing of our own types.</summary>
internal sealed partial class UnreadableRequests : IExceptionHandler
{
    private static readonly string[] Required = ["is required."];

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad)
        {
            return false;
        }

        httpContext.Response.StatusCode = bad.StatusCode;
        var answer = bad.StatusCode == StatusCodes.Status400BadRequest
            ? Problems.Invalid(Errors(bad)).ExecuteAsync(httpContext)
            : ProblemDefaults.WriteAsync(httpContext);
        await answer;
        return true;
    }

    private static Dictionary<string, string[]> Errors(BadHttpRequestException bad)
    {
        if (bad.InnerException is JsonException json)
        {
            return JsonErrors(json);
        }

        var parameter = Parameter().Match(bad.Message);
        return parameter.Success
            ? One(JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value), "is missing or not of the kind expected here.")
            : One("", "The request has no readable body; send JSON.");
    }

    private static Dictionary<string, string[]> JsonErrors(JsonException json)
    {
        var path = (json.Path ?? "").TrimStart('$').TrimStart('.');
        if (MissingMembers().Match(json.Message) is { Success: true } missing)
        {
            var before = path.Length > 0 ? path + "." : "";
            return MemberName().Matches(missing.Groups["names"].Value)
                .ToDictionary(m => before + m.Groups["name"].Value, _ => Required, StringComparer.Ordinal);
        }

        return json.InnerException is not null && json.InnerException is not InvalidOperationException and not FormatException
            ? One(path, $"The body is not valid JSON (line {json.LineNumber + 1}, position {json.BytePositionInLine + 1}).")
            : One(path, "does not hold a value of the kind expected here.");
    }

    private static Dictionary<string, string[]> One(string field, string message) =>
        new(StringComparer.Ordinal) { [field] = [message] };

    // 'Failed to bind parameter "Nullable<int> limit" from "x".' and 'Required parameter "int limit" was not provided from query string.'
    [GeneratedRegex("""parameter "(?!.* from body)[^"]* (?<name>\w+)" (from|was not provided from (query|route|header))""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    // "JSON deserialization for type 'X' was missing required properties including: 'a', 'b'."
    [GeneratedRegex("missing required properties[^:]*: (?<names>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingMembers();

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MemberName();
}

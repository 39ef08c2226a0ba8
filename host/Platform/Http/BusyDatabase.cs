using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Platform.Http;

/// <summary>What may succeed when tried again is not a fault of the server: 409 where another was first, 503 where the database is away.</summary>
internal sealed class BusyDatabase(ICrmDatabase database, ILogger<BusyDatabase> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case DbUpdateConcurrencyException:
                await Problems.Conflict("changed-meanwhile", "Somebody else changed this at the same time. Look again, then repeat.").ExecuteAsync(httpContext);
                return true;
            case DbUpdateException or DbException or InvalidOperationException { InnerException: DbException } when database.IsTransient(exception):
                log.DatabaseBusy(exception);
                httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                httpContext.Response.Headers.RetryAfter = "1";
                await ProblemDefaults.WriteAsync(httpContext);
                return true;
            default:
                return false;
        }
    }
}

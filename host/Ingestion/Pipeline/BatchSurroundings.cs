namespace SocialCrm.Host.Ingestion;

/// <summary>What a batch needs to know of its tenant, looked up before its transaction.</summary>
/// <param name="DefaultTeam">To whom new conversations go.</param>
/// <param name="SystemsOfRecord">Who is told of what happens; mostly nobody.</param>
internal sealed record BatchSurroundings(Guid? DefaultTeam, IReadOnlyList<Guid> SystemsOfRecord);

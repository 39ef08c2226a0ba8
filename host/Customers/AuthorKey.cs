namespace SocialCrm.Host.Customers;

/// <summary>By what an author is known: the network's stable id, and within what it is unique.</summary>
public readonly record struct AuthorKey(string Scope, string ExternalId);

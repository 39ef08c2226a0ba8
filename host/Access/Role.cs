namespace SocialCrm.Host.Access;

/// <summary>What somebody is in a tenant, from the most to the least that they may do.</summary>
public enum Role
{
    Owner,
    Admin,
    Lead,
    Agent,
    Viewer,
}

namespace SocialCrm.Screenshots;

/// <summary>A page of the admin UI; an address with {conversation} and the like is filled in with the first there is.</summary>
/// <param name="Press">The name of a button that opens what the picture is of.</param>
internal sealed record Place(string Name, string Path, bool SignedIn = true, string? Press = null)
{
    public static IReadOnlyList<Place> All { get; } =
    [
        new("sign-in", "/sign-in", SignedIn: false),
        new("forgot-password", "/forgot-password", SignedIn: false),
        new("overview", "/overview"),
        new("behind", "/overview/conversations?of=open"),
        new("messages", "/messages"),
        new("search", "/search?q=the"),
        new("search-start", "/search"),
        new("notifications", "/notifications"),
        new("notification-bell", "/overview", Press: "Notifications"),
        new("notification-settings", "/notification-settings"),
        new("inbox", "/inbox"),
        new("conversation", "/inbox/{conversation}"),
        new("conversation-files", "/inbox/{files conversation}"),
        new("conversation-picture", "/inbox/{files conversation}", Press: "Look at parcel front.png"),
        new("inbox-filtered", "/inbox?status=all&q=order&sort=waiting"),
        new("customers", "/customers"),
        new("customers-filtered", "/customers?tier=gold"),
        new("customer", "/customers/{customer}"),
        new("channels", "/channels"),
        new("channel-new", "/channels/new"),
        new("channel", "/channels/{channel}"),
        new("channel-feed", "/channels/{feed channel}"),
        new("channel-import", "/channels/{import channel}"),
        new("records", "/systems-of-record"),
        new("record-new", "/systems-of-record/new", Press: "Signed webhook"),
        new("record", "/systems-of-record/{system}"),
        new("record-log", "/systems-of-record/{system}/deliveries", Press: "Show what was sent"),
        new("topics", "/topics"),
        new("topic", "/topics", Press: "Change Accounts"),
        new("replays", "/replays"),
        new("replay", "/replays/{replay}"),
        new("blocked-authors", "/blocked-authors"),
        new("rules", "/rules"),
        new("rule", "/rules", Press: "Change Locked out"),
        new("teams", "/teams"),
        new("dead-letters", "/dead-letters"),
        new("dead-letters-none", "/dead-letters?error=timeout"),
        new("people", "/people"),
        new("organisation", "/organisation"),
        new("api-keys", "/api-keys"),
        new("plugins", "/plugins"),
        new("plugin-settings", "/plugins", Press: "Settings"),
        new("mail", "/mail"),
    ];
}

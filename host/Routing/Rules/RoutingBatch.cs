using SocialCrm.Host.Conversations;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>
/// The rules' part of a batch. What holds was found outside the transaction; what is done is decided here, from the
/// conversation as it stands under its lock. A message that opens or reopens a conversation routes it; a later one may
/// raise its priority, add tags and tell people, and never moves it or takes it from anybody. Where nothing is to be kept
/// (<paramref name="holdsTeams"/> is false), it only says what would be done.
/// </summary>
public sealed class RoutingBatch(SqlSession session, Guid tenantId, bool holdsTeams = true)
{
    private readonly List<Work> _work = [];
    private readonly HashSet<ThreadRow> _new = [];
    private readonly HashSet<ThreadRow> _again = [];
    private readonly List<Notice> _notices = [];

    /// <summary>Whom the rules want to be told, and those whom they gave work.</summary>
    public IReadOnlyCollection<Notice> Notices => _notices;

    /// <param name="thread">The conversation of a message.</param>
    /// <param name="rules">The rules that hold for the message; null when it is not one that wants to be read.</param>
    /// <param name="pending">The message, while its labels are still to come: the rules are tried again then.</param>
    /// <param name="isHistory">True for what was imported: nobody is told of that.</param>
    public void Add(ThreadRow thread, IReadOnlyList<MatchedRule>? rules, Guid? pending, bool isHistory)
    {
        var entered = thread.Entered;
        thread.Entered = false;
        if (thread.IsNew)
        {
            _new.Add(thread);
        }

        if (rules is not null)
        {
            if (entered && thread.AwaitsRouting != pending)
            {
                (thread.AwaitsRouting, thread.RoutingChanged) = (pending, true);
            }

            // What looks at labels tells once they are there, and all else tells now: so each tells once.
            _work.Add(new Work(thread, entered, rules, rule => !isHistory && (pending is null || !rule.LooksAtLabels)) { At = thread.IsNew ? thread.Activity.LastInboundAt : null });
        }
    }

    /// <summary>A message that has its labels now.</summary>
    public void AddLate(ThreadRow thread, Guid messageId, IReadOnlyList<MatchedRule> rules, bool isHistory)
    {
        var awaited = thread.AwaitsRouting == messageId;
        if (awaited)
        {
            (thread.AwaitsRouting, thread.RoutingChanged) = (null, true);
        }

        if (thread.Status != ConversationStatus.Spam)
        {
            _work.Add(new Work(thread, awaited && thread.Status == ConversationStatus.Open, rules, rule => !isHistory && rule.LooksAtLabels));
        }
    }

    /// <summary>
    /// A conversation that is routed as if its messages came today: what rules made of it before is forgotten, save who has it.
    /// Nobody is told.
    /// </summary>
    /// <param name="thread">The conversation.</param>
    /// <param name="team">The team that gets what no rule sends elsewhere.</param>
    /// <param name="messages">The rules that hold for each of its messages, in the order in which they came.</param>
    public void AddAgain(ThreadRow thread, Guid? team, IReadOnlyList<IReadOnlyList<MatchedRule>> messages)
    {
        thread.Forget(team);
        for (var i = 0; i < messages.Count; i++)
        {
            _work.Add(new Work(thread, i == 0, messages[i], _ => false));
        }

        _again.Add(thread);
    }

    /// <summary>Comes last before the conversations are written: the teams whose turn it is are locked for as short as can be.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        if (_work.Exists(w => w.Rules.Count > 0))
        {
            var actions = _work.SelectMany(w => w.Rules).SelectMany(r => r.Rule.Actions).ToHashSet();
            var assignment = await TeamAssignment.LoadAsync(session, tenantId, actions, holdsTeams, ct);
            var recipients = await RuleRecipients.LoadAsync(session, tenantId, actions, ct);
            foreach (var work in _work)
            {
                Route(work, assignment, recipients);
            }

            if (holdsTeams)
            {
                await assignment.SaveAsync(ct);
            }
        }

        if (holdsTeams)
        {
            await StandingTeams.HoldAsync(session, tenantId, [.. _new, .. _again], ct);
        }
    }

    private void Route(Work work, TeamAssignment assignment, RuleRecipients recipients)
    {
        var (thread, entered) = (work.Thread, work.Entered);

        // Noise is what a conversation ends with: another message of the same batch brings it back, as it would later.
        if (thread.SetAsideBy is not null && !work.Rules.Any(r => r.Rule.SetsAside))
        {
            (entered, thread.SetAsideBy) = (true, null);
            thread.Open();
        }

        // Whoever has it keeps it when the customer writes again.
        var isFree = entered && thread.AssigneeId is null;
        foreach (var (rule, why) in work.Rules)
        {
            var (before, wasAside) = (thread.AssigneeId, thread.SetAsideBy is not null);
            var done = rule.Actions.Select(a => Apply(thread, rule, a, isFree, assignment)).OfType<string>().ToList();
            thread.RoutingChanged |= done.Count > 0;
            thread.SetAsideAt = wasAside ? thread.SetAsideAt : work.At;
            if (work.Tells(rule))
            {
                Tell(thread, rule, before is null ? thread.AssigneeId : null);
                done.AddRange(Tell(thread, rule, recipients));
            }

            if (done.Count > 0)
            {
                var text = $"{string.Join(", ", done)} because {why}";
                thread.RuleEvents.Add((rule.Name, text.Length <= 1_000 ? text : text[..999] + "…"));
            }
        }
    }

    private void Tell(ThreadRow thread, CompiledRule rule, Guid? assignee)
    {
        if (assignee is { } person)
        {
            _notices.Add(new Notice(NotificationKind.Assigned, thread.Id, [person]) { Actor = rule.Name });
        }
    }

    private List<string> Tell(ThreadRow thread, CompiledRule rule, RuleRecipients recipients)
    {
        var told = rule.Actions.Where(a => a.Do == RuleActionKind.Notify).Select(a => recipients.Of(Guid.Parse(a.Value))).OfType<RuleRecipient>().ToList();
        if (told.Count > 0)
        {
            _notices.Add(new Notice(NotificationKind.Rule, thread.Id, [.. told.SelectMany(r => r.People)]) { Actor = rule.Name });
        }

        return told.ConvertAll(r => $"told {r.Name}");
    }

    private static string? Apply(ThreadRow thread, CompiledRule rule, RuleAction action, bool isFree, TeamAssignment assignment) => action.Do switch
    {
        RuleActionKind.Priority => Raise(thread, Enum.Parse<ConversationPriority>(action.Value, ignoreCase: true)),
        RuleActionKind.Tag => Tag(thread, action.Value),
        RuleActionKind.Team => isFree ? assignment.Move(thread, Guid.Parse(action.Value)) : null,
        RuleActionKind.Assign => isFree ? assignment.Assign(thread, Guid.Parse(action.Value)) : null,
        RuleActionKind.RoundRobin => isFree ? assignment.TakeTurn(thread, Guid.Parse(action.Value)) : null,
        RuleActionKind.LeastLoaded => isFree ? assignment.Relieve(thread, Guid.Parse(action.Value)) : null,
        RuleActionKind.SetAside => isFree ? SetAside(thread, rule) : null,
        RuleActionKind.Notify => null, // Who is told is found once all else is done.
    };

    private static string? Raise(ThreadRow thread, ConversationPriority priority)
    {
        if (thread.Priority >= priority)
        {
            return null;
        }

        thread.Priority = priority;
        return $"raised the priority to {priority.ToString().ToLowerInvariant()}";
    }

    private static string? Tag(ThreadRow thread, string tag)
    {
        var before = thread.Tags;
        thread.Tags = ConversationTags.With(before, tag);
        return ReferenceEquals(before, thread.Tags) ? null : $"tagged this “{tag}”";
    }

    private static string? SetAside(ThreadRow thread, CompiledRule rule)
    {
        if (thread.Status != ConversationStatus.Open || thread.AssigneeId is not null)
        {
            return null;
        }

        thread.SetAside(ConversationStatus.Open);
        thread.SetAsideBy = rule.Name;
        return "set this aside";
    }

    /// <param name="Thread">A conversation that a message came to.</param>
    /// <param name="Entered">Whether the message opened or reopened it.</param>
    /// <param name="Rules">Those that hold for the message.</param>
    /// <param name="Tells">Whether people are told of what a rule did.</param>
    private sealed record Work(ThreadRow Thread, bool Entered, IReadOnlyList<MatchedRule> Rules, Func<CompiledRule, bool> Tells)
    {
        /// <summary>When the message was written, where it began the conversation: noise with which one begins was never open.</summary>
        public DateTime? At { get; init; }
    }
}

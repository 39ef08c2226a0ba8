using SocialCrm.Host.Conversations;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Analytics;

/// <summary>
/// Goes through what happened in a conversation, in the order of time, and finds how long it was whose turn, how long
/// customers waited for answers, and when somebody resolved it. Pure: the same past always gives the same course.
/// <para>
/// An episode begins with a customer's message while nothing is open, and ends when somebody resolves the conversation. A message
/// after that begins another episode; when somebody opens it again by hand, it was not resolved after all, and the episode goes on.
/// What is set aside as spam or noise waits for nobody: it ends an episode without resolving it.
/// </para>
/// </summary>
internal sealed class ConversationCourse
{
    private readonly ConversationPast _past;
    private readonly Guid _tenantId;
    private readonly List<ConversationSpan> _spans = [];
    private readonly List<Resolution> _resolutions = [];
    private readonly List<Response> _responses = [];
    private DateTime _now;
    private DateTime? _since;
    private DateTime? _unanswered;
    private bool _answered;
    private bool _aside;

    private ConversationCourse(Guid tenantId, ConversationPast past) => (_tenantId, _past, _now) = (tenantId, past, past.OpenedAt);

    public IReadOnlyList<ConversationSpan> Spans => _spans;

    public IReadOnlyList<Resolution> Resolutions => _resolutions;

    public IReadOnlyList<Response> Responses => _responses;

    private ConversationSpan? Running => _spans is [.., { UntilAt: null } last] ? last : null;

    public static ConversationCourse Of(Guid tenantId, ConversationPast past)
    {
        var course = new ConversationCourse(tenantId, past);
        foreach (var (at, turn, step) in Merged(past))
        {
            course._now = at;
            if (turn is not null)
            {
                course.Take(turn);
            }
            else
            {
                course.Take(step!);
            }
        }

        course.End();
        return course;
    }

    private static IEnumerable<(DateTime At, ConversationTurn? Turn, ConversationStep? Step)> Merged(ConversationPast past) =>
        past.Turns.Select(t => (t.At, (ConversationTurn?)t, (ConversationStep?)null))
            .Concat(past.Steps.Select(s => (s.At, (ConversationTurn?)null, (ConversationStep?)s)))
            .OrderBy(i => i.At);

    private void Take(ConversationTurn turn)
    {
        if (turn.Direction == MessageDirection.Inbound)
        {
            _unanswered = _aside ? turn.At : _unanswered ?? turn.At;
            if (!_aside)
            {
                Begin();
                Pass(ours: true);
            }

            return;
        }

        if (_unanswered is { } since)
        {
            _responses.Add(Answer(turn, since));
            _answered = true;
        }

        _unanswered = null;
        Pass(ours: false);
    }

    private void Take(ConversationStep step)
    {
        _aside = step.To == ConversationStatus.Spam;
        if (!step.To.IsUnresolved())
        {
            Resolve(step.ByHand && !_aside);
            return;
        }

        if (Running is null && step.ByHand && _resolutions is [.., { } taken])
        {
            _resolutions.RemoveAt(_resolutions.Count - 1);
            (_since, _answered) = (taken.Since, true);
        }

        Begin();
        Pass(ours: step.To.IsOurTurn());
    }

    private void Begin() => (_since, _answered) = _since is null ? (_now, false) : (_since, _answered);

    private void Resolve(bool byHand)
    {
        if (byHand && _since is { } since)
        {
            _resolutions.Add(new Resolution
            {
                TenantId = _tenantId,
                ConversationId = _past.Id,
                Number = _resolutions.Count,
                ChannelId = _past.ChannelId,
                Slot = Slots.Of(_now),
                Since = since,
                At = _now,
                Seconds = (long)(_now - since).TotalSeconds,
            });
        }

        (_since, _unanswered) = (null, null);
        Stop();
    }

    private void Pass(bool ours)
    {
        if (Running is { } running && running.Ours == ours)
        {
            return;
        }

        Stop();
        _spans.Add(new ConversationSpan
        {
            TenantId = _tenantId,
            ConversationId = _past.Id,
            Number = _spans.Count,
            ChannelId = _past.ChannelId,
            Ours = ours,
            FromAt = _now,
        });
    }

    private void Stop()
    {
        if (Running is not { } running)
        {
            return;
        }

        running.UntilAt = _now;
        if (running.FromAt == _now)
        {
            _spans.RemoveAt(_spans.Count - 1);
        }
    }

    /// <summary>However it came about, it stands as it stands now: history that arrived resolved was over with its last message.</summary>
    private void End()
    {
        if (!_past.Status.IsUnresolved())
        {
            _now = _past.ResolvedAt is { } at && at > _now ? at : _now;
            Stop();
        }
        else
        {
            Pass(ours: _past.Status.IsOurTurn());
        }
    }

    private Response Answer(ConversationTurn turn, DateTime since) => new()
    {
        TenantId = _tenantId,
        InteractionId = turn.Id,
        ConversationId = turn.ConversationId,
        ChannelId = turn.ChannelId,
        Slot = Slots.Of(turn.At),
        Seconds = (long)(turn.At - since).TotalSeconds,
        At = turn.At,
        IsFirst = !_answered,
    };
}

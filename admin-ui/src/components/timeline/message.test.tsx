import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderUi } from '@/testing/render';
import { aLabel, anInteraction } from '@/testing/samples';
import { Message } from './message';
import { TimelineActionsContext } from './timeline-actions';

const text = 'It is still broken.';
const complaint = aLabel({ evidence: [{ start: 12, length: 6, weight: 2, note: null }] });

describe('Message', () => {
  it('shows markup of a customer as text', () => {
    const { container } = renderUi(<Message interaction={anInteraction({ text: '<img src=x onerror=alert(1)>' })} />);
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeDefined();
    expect(container.querySelector('img')).toBeNull();
  });

  it('marks the evidence of the label that has the focus', () => {
    const { container } = renderUi(<Message interaction={anInteraction({ text, labels: [complaint] })} />);
    expect(container.querySelector('mark')).toBeNull();
    fireEvent.focus(screen.getByRole('button', { name: /Type: Complaint/ }));
    expect(container.querySelector('mark')?.textContent).toBe('broken');
  });

  it('lets a person correct a label', async () => {
    const correct = vi.fn();
    const interaction = anInteraction({ text, labels: [complaint] });
    renderUi(<TimelineActionsContext value={{ correct }}><Message interaction={interaction} /></TimelineActionsContext>);
    fireEvent.click(screen.getByRole('button', { name: /Type: Complaint/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Question' }));
    expect(correct).toHaveBeenCalledWith(interaction, 'type', 'question');
  });

  it('asks a person when nobody knows whether a reply arrived', () => {
    const markSent = vi.fn();
    const delivery = { state: 'unknown' as const, reason: 'Connection reset.', attempts: 1, nextAttemptAt: null, sentAt: null };
    renderUi(
      <TimelineActionsContext value={{ retry: vi.fn(), markSent }}>
        <Message interaction={anInteraction({ direction: 'outbound', delivery })} />
      </TimelineActionsContext>,
    );
    expect(screen.getByRole('alert').textContent).toContain('Connection reset.');
    fireEvent.click(screen.getByRole('button', { name: 'It arrived: mark as sent' }));
    expect(markSent).toHaveBeenCalledOnce();
  });

  it('says that a message was deleted', () => {
    renderUi(<Message interaction={anInteraction({ text: null, deletedAt: '2026-06-15T10:00:00Z', labels: [complaint] })} />);
    expect(screen.getByText('The author deleted this message.')).toBeDefined();
    expect(screen.queryByRole('button', { name: /Complaint/ })).toBeNull();
  });
});

import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ReplayReport } from '@/api/types';
import { renderUi } from '@/testing/render';
import { LabelsReport, RoutingReport } from './replay-report';

const report: ReplayReport = {
  labels: [
    { facet: 'type', value: 'complaint', before: 10, after: 14, gained: 6, lost: 2 },
    { facet: 'type', value: 'question', before: 5, after: 5, gained: 0, lost: 0 },
    { facet: 'topic', value: 'مرحبا', before: 0, after: 3, gained: 3, lost: 0 },
  ],
  teams: [{ team: null, before: 2, after: 0, gained: 0, lost: 2 }, { team: { id: 't', name: 'Parcels' }, before: 0, after: 2, gained: 2, lost: 0 }],
  priorities: [{ priority: 'urgent', before: 0, after: 1, gained: 1, lost: 0 }],
  corrected: 1, reassigned: 0, setAside: 0, messages: [], conversations: [],
};
const cells = (name: RegExp) => within(screen.getByRole('row', { name })).getAllByRole('cell').map((cell) => cell.textContent);

describe('LabelsReport', () => {
  it('says before and after, and how many come and go', () => {
    renderUi(<LabelsReport report={report} />);
    expect(cells(/^Complaint/)).toEqual(['10', '14', '+6', '−2']);
    expect(screen.getByText(/1 message was corrected by a person/)).not.toBeNull();
    expect(screen.getByText('مرحبا').tagName).toBe('BDI');
  });

  it('shows what stays the same only when asked', () => {
    renderUi(<LabelsReport report={report} />);
    expect(screen.queryByText('Question')).toBeNull();
    fireEvent.click(screen.getByRole('switch'));
    expect(cells(/^Question/)).toEqual(['5', '5', '–', '–']);
  });
});

describe('RoutingReport', () => {
  it('names teams and priorities', () => {
    renderUi(<RoutingReport report={report} looked={2} />);
    expect(cells(/^No team/)).toEqual(['2', '0', '–', '−2']);
    expect(cells(/^Parcels/)).toEqual(['0', '2', '+2', '–']);
    expect(cells(/^Urgent/)).toEqual(['0', '1', '+1', '–']);
  });
});

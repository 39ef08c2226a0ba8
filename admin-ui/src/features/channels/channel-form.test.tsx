import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { SettingField } from '@/api/types';
import { toProblem } from '@/lib/problem';
import { initialValues } from '@/components/settings/setting-values';
import { renderUi } from '@/testing/render';
import { ChannelForm } from './channel-form';

const field = (change: Partial<SettingField>): SettingField => ({
  name: 'x', label: 'X', help: '', placeholder: '', kind: 'text', required: false,
  maxLength: null, min: null, max: null, choices: [], default: null, requiredForReplies: false, requiredForPulling: false, ...change,
});
const fields = [
  field({ name: 'server', label: 'Server', kind: 'url', required: true }),
  field({ name: 'token', label: 'Token', kind: 'secret', required: true }),
  field({ name: 'open', label: 'Open', kind: 'boolean', default: 'true' }),
];

function renderForm(change: Partial<Parameters<typeof ChannelForm>[0]> = {}) {
  const onSubmit = vi.fn();
  const initial = { name: 'Acme', settings: initialValues(fields) };
  renderUi(
    <ChannelForm fields={fields} initial={initial} secretsSet={[]} submitLabel="Go" pending={false} error={null} onSubmit={onSubmit} {...change} />,
  );
  return onSubmit;
}
const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('ChannelForm', () => {
  it('sends what was typed, drawn from the fields of the connector', () => {
    const onSubmit = renderForm();
    type(/^Server/, 'https://social.example');
    type(/^Token/, 'abc');
    fireEvent.click(screen.getByRole('button', { name: 'Go' }));
    expect(onSubmit).toHaveBeenCalledWith({ name: 'Acme', settings: { server: 'https://social.example', token: 'abc', open: true } });
  });

  it('says which fields are wrong before it sends anything', () => {
    const onSubmit = renderForm();
    type(/^Server/, 'javascript:alert(1)');
    fireEvent.click(screen.getByRole('button', { name: 'Go' }));
    expect(screen.getByText(/not an address that starts with/)).toBeDefined();
    expect(screen.getByText('Fill this in.')).toBeDefined();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('keeps a stored secret when nothing is typed', () => {
    const onSubmit = renderForm({ secretsSet: ['token'] });
    type(/^Server/, 'https://social.example');
    fireEvent.click(screen.getByRole('button', { name: 'Go' }));
    expect(onSubmit.mock.calls[0]?.[0].settings.token).toBe('');
  });

  it('shows the errors of the server at their fields and the rest above', () => {
    renderForm({ error: toProblem(400, { errors: { 'Settings.Server': ['Refused.'], zone: ['No such zone.'] } }) });
    expect(screen.getByText('Refused.')).toBeDefined();
    expect(screen.getByRole('alert').textContent).toContain('No such zone.');
  });
});

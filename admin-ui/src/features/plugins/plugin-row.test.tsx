import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from '@/api/client';
import type { Plugin, PluginSettings } from '@/api/types';
import { renderUi } from '@/testing/render';
import { PluginRow } from './plugin-row';

vi.mock('@tanstack/react-router', () => ({ Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a> }));

const plugin = (change: Partial<Plugin> = {}): Plugin => ({
  id: 'org.example.words', name: 'Words', version: '1.0.0', description: '', author: '', state: 'running', reason: null, sdk: '', permissions: [],
  connectors: [], classifiers: [], systemsOfRecord: [], bundled: true, hasSettings: true, ...change,
});
const stored: PluginSettings = {
  fields: [{
    name: 'certainty', label: 'How sure it must be', help: '', placeholder: '', kind: 'choice', required: false, maxLength: null, min: null, max: null,
    choices: [{ value: 'careful', label: 'Careful' }, { value: 'usual', label: 'Usual' }], default: 'usual', requiredForReplies: false, requiredForPulling: false,
  }],
  settings: {}, secretsSet: [],
};
const answer = (data: unknown) => ({ data, response: new Response() });
const show = (shown: Plugin) => renderUi(<QueryClientProvider client={new QueryClient()}><PluginRow plugin={shown} /></QueryClientProvider>);

describe('PluginRow', () => {
  beforeEach(() => { vi.restoreAllMocks(); });

  it('fills in the form that the plugin brings, beginning with its defaults, and sends what was chosen', async () => {
    vi.spyOn(api, 'GET').mockResolvedValue(answer(stored) as never);
    const put = vi.spyOn(api, 'PUT').mockResolvedValue(answer(stored) as never);
    show(plugin());
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'How sure it must be' });
    expect(field.value).toBe('Usual');
    fireEvent.click(field);
    fireEvent.click(await screen.findByRole('option', { name: 'Careful' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(put).toHaveBeenCalledWith('/api/v1/plugins/{id}/settings', {
      params: { path: { id: 'org.example.words' } }, body: { settings: { certainty: 'careful' } },
    }));
  });

  it('leads to the channels where the settings are those of each channel', () => {
    show(plugin({ hasSettings: false, connectors: [{ id: 'forum', name: 'Forum' }] }));
    expect(screen.queryByRole('button', { name: 'Settings' })).toBeNull();
    expect(screen.getByRole('link', { name: 'For each channel' }).getAttribute('href')).toBe('/channels');
  });
});

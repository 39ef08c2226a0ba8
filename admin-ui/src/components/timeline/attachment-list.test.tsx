import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Attachment } from '@/api/types';
import { renderUi } from '@/testing/render';
import { anAttachment } from '@/testing/samples';
import { AttachmentList } from './attachment-list';

const picture = (id: string, name: string): Attachment =>
  anAttachment({ id, name, type: 'image/png', previewUrl: `/api/v1/attachments/${id}/preview`, width: 40, height: 30 });

describe('AttachmentList', () => {
  it('shows pictures by their name and walks through them with the arrow keys', async () => {
    renderUi(<AttachmentList attachments={[picture('a', 'front.png'), picture('b', 'back.png')]} />);
    expect(screen.getByRole('img', { name: 'front.png' }).getAttribute('src')).toBe('/api/v1/attachments/a/preview');
    fireEvent.click(screen.getByRole('button', { name: 'Look at front.png' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.keyDown(dialog, { key: 'ArrowRight' });
    expect(await screen.findByText('2 of 2')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Download' }).getAttribute('download')).toBe('back.png');
  });

  it('offers all else as a download and never as a picture', () => {
    const { container } = renderUi(<AttachmentList attachments={[anAttachment({ name: 'evil.png', type: 'text/html' })]} />);
    expect(container.querySelector('img')).toBeNull();
    const link = screen.getByRole('link', { name: /evil.png/ });
    expect([link.getAttribute('href'), link.getAttribute('download')]).toEqual(['/api/v1/attachments/f1', 'evil.png']);
  });

  it('says why there is nothing to download', () => {
    renderUi(
      <AttachmentList
        attachments={[
          anAttachment({ id: 'a', url: null, state: 'refused', reason: 'The file is a program.' }),
          anAttachment({ id: 'b', url: null, state: 'pending' }),
          anAttachment({ id: 'c', url: null, state: 'gone', reason: 'Files are kept for 30 days here.' }),
        ]}
      />,
    );
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('Not taken. The file is a program.')).toBeDefined();
    expect(screen.getByText('Being fetched…')).toBeDefined();
    expect(screen.getByText('No longer kept. Files are kept for 30 days here.')).toBeDefined();
  });
});

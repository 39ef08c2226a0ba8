import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderUi } from '@/testing/render';
import { anAttachment } from '@/testing/samples';
import { AttachmentTray } from './attachment-tray';
import { takesType, type Upload } from './upload-store';

const upload = (change: Partial<Upload>): Upload => ({
  key: 'u1', name: 'photo.png', size: 2048, type: 'image/png', progress: 0, attachment: null, error: null, cancel: new AbortController(), ...change,
});

describe('AttachmentTray', () => {
  it('says how far each file is, what failed and why, and lets go of one', () => {
    const remove = vi.fn();
    const failed = upload({ key: 'u3', name: 'big.mov', error: 'The file is larger than 10 MB.' });
    renderUi(
      <AttachmentTray
        disabled={false}
        onRemove={remove}
        uploads={[upload({ progress: 0.4 }), upload({ key: 'u2', name: 'there.txt', attachment: anAttachment({ name: 'there.txt' }) }), failed]}
      />,
    );
    expect(screen.getByRole('progressbar', { name: '40% uploaded' })).toBeDefined();
    expect(screen.getByText('2 kB')).toBeDefined();
    expect(screen.getByRole('alert').textContent).toBe('The file is larger than 10 MB.');
    fireEvent.click(screen.getByRole('button', { name: 'Remove big.mov' }));
    expect(remove).toHaveBeenCalledWith(failed);
  });

  it('knows which types a channel takes', () => {
    expect(takesType([], 'video/mp4')).toBe(true);
    expect(takesType(['image/*', 'application/pdf'], 'image/gif')).toBe(true);
    expect(takesType(['image/*', 'application/pdf'], 'application/zip')).toBe(false);
  });
});

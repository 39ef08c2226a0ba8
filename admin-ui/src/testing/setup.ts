import { cleanup } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { afterEach, vi } from 'vitest';
import common from '@/components/en.json';
import channels from '@/features/channels/en.json';
import conversation from '@/features/conversation/en.json';
import plugins from '@/features/plugins/en.json';
import replays from '@/features/replays/en.json';

void i18next.use(initReactI18next).init({ lng: 'en', defaultNS: 'common', resources: { en: { common, channels, conversation, plugins, replays } } });

// What Mantine asks of a browser and jsdom does not have.
window.matchMedia = vi.fn().mockImplementation((query: string) => ({
  matches: false,
  media: query,
  addEventListener: vi.fn(),
  removeEventListener: vi.fn(),
}));
Element.prototype.scrollIntoView = vi.fn();
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

afterEach(() => {
  cleanup();
  localStorage.clear();
});

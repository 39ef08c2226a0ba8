import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { resources } from './i18n-resources';

export const defaultNS = 'common';

/** English is the first language. A further one is a second set of catalogues and its name in `supportedLngs`. */
export async function startI18n() {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    supportedLngs: ['en'],
    defaultNS,
    resources: { en: resources },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
}

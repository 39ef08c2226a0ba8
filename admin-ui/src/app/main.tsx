import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startI18n } from './i18n';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
void startI18n().then(() => createRoot(root).render(<StrictMode><App /></StrictMode>));

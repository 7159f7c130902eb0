import '@fontsource-variable/fraunces/standard.css';
import '@fontsource-variable/fraunces/standard-italic.css';
import '@fontsource-variable/inter/index.css';
import './styles/index.css';
import { render } from 'preact';
import * as z from 'zod/mini';
import { App } from './app.tsx';
import { keepFocus } from './keptFocus.ts';
import { keepOffline } from './offline/offline.ts';
import { applySettings } from './settings.ts';
import { listenForHelp } from './shortcuts.ts';
import { startLanguage } from './words/language.ts';

// The server's content policy allows no code made from text.
z.config({ jitless: true });

applySettings();
listenForHelp();
keepFocus();
keepOffline();
const host = document.getElementById('app');
startLanguage().then(() => {
  if (host) render(<App />, host);
});

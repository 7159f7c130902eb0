import { type Browser, chromium } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';

const ARGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium with WebGL: CHROME, or the one from the registry. */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROME ?? (await sparticuz.executablePath()), args: ARGS });

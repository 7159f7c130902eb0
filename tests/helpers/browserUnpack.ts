import sparticuz from '@sparticuz/chromium';

/** Unpacks the browser once, before test files that run side by side would do it at the same time. */
export default async function unpackBrowser(): Promise<void> {
  if (process.env.CHROME === undefined) await sparticuz.executablePath();
}

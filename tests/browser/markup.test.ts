import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { plainTable } from '../helpers/browserParty.ts';
import { openTab } from '../helpers/browserTable.ts';
import { openClassroom } from '../helpers/classroom.ts';
import type { Player } from '../helpers/players.ts';

const SECRET = 'a-secret-for-the-test';
let house: House;
beforeAll(async () => {
  house = await openHouse({ ADMIN_SECRET: SECRET });
});
afterAll(() => house.close());

const TAGS =
  'a b img svg math video audio iframe object embed style link meta base form input button details';
const MORE = 'select textarea marquee table template';
/** Ways in which text has become markup or code somewhere; `_` stands for the name of an element. */
const WAYS = [
  '<_ onerror=alert(1) src=x>',
  '<_ onload=alert(1)>',
  '<_ autofocus onfocus=alert(1)>',
  '"><_ src=javascript:alert(1)>',
  "'><_ href='javascript:alert(1)'>",
  '</script><_ onclick=alert(1)>x</_>',
  '<_/onpointerenter=alert(1)>',
  '<!--><_ ontoggle=alert(1) open>',
  '<_ srcdoc="<script>alert(1)</script>">',
  '&lt;_ onerror=alert(1)&gt;',
  '<<_ onerror=alert(1)//',
  '<_ style=background:url(javascript:alert(1))>',
  '`;alert(1)//<_>',
  '{{constructor.constructor("alert(1)")()}}<_>',
  '$t(app.title){{_}}',
  '<_ data=data:text/html,<script>alert(1)</script>>',
  '<_ xlink:href="javascript:alert(1)"><script>alert(1)</script>',
  '%3C_%20onerror=alert(1)%3E',
  '\\u003c_ onerror=alert(1)\\u003e',
  '[_](javascript:alert(1))',
  '*<_>* `<_>` <_',
  '<_ formaction=javascript:alert(1) type=submit>',
  '";alert(1);//<_>',
];
const CORPUS = `${TAGS} ${MORE}`.split(' ').flatMap((tag) => WAYS.map((way) => way.replaceAll('_', tag)));
const LONGEST = 280;

/** The corpus in as few messages as the rules allow. */
const messages: string[] = [''];
for (const text of CORPUS) {
  const joined = `${messages.at(-1)} ${text}`.trim();
  if (joined.length <= LONGEST) messages[messages.length - 1] = joined;
  else messages.push(text);
}
const NAMES = ['<img src=x onerror=a()>', '<svg onload=alert(1)>', '"><script>a()</script>'] as const;
const TITLE = '<img src=x onerror=alert(1)>"\'{{title}}$t(app.title)';

/** Opens a page that keeps account of dialogs, of what the content policy reports, and of elements that texts have become. */
const watch = async (page: Page) => {
  const faults: string[] = [];
  page.on('dialog', (dialog) => {
    faults.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) faults.push(message.text());
  });
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      console.error(`content security policy: ${violatedDirective}`),
    ),
  );
  return {
    faults,
    /** What should not be: elements with handlers, or made for the occasion. */
    strangers: () =>
      page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter(
            (element) =>
              [...element.attributes].some(
                ({ name, value }) => name.startsWith('on') || /javascript:|^x$/.test(value),
              ) || ['IFRAME', 'OBJECT', 'EMBED', 'MARQUEE', 'MATH', 'BASE'].includes(element.tagName),
          )
          .map((element) => element.outerHTML),
      ),
  };
};

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');
const textOf = async (page: Page): Promise<string> => plain((await page.locator('body').textContent()) ?? '');

test(`S9: ${CORPUS.length} hostile texts, and hostile names, stay texts: at the table, on the console, the projector, in both debriefs, in print, in /admin`, async () => {
  const room = await openClassroom(house.url, { title: TITLE, people: 3, press: 'full' });
  const pupils = [];
  for (const name of NAMES) pupils.push(await room.join(name));
  await room.act({ type: 'begin' });
  const players: Player[] = await Promise.all(pupils.map(room.sitDown));
  const code = (await room.row(1)).code!;
  const waiting = [...messages];
  const sayOne = async (player: Player, text: string): Promise<void> => {
    const reply = await player.act({ type: 'speak', to: 'all', text, pledge: null });
    if (reply.ok) return;
    // Told to slow down, it does.
    expect(reply.refusal).toMatchObject({ code: 'action.tooFast' });
    await setTimeout(Number(reply.refusal.params.ms));
    await sayOne(player, text);
  };
  const sayAll = async (player: Player): Promise<void> => {
    for (const text of waiting.splice(0, 20)) await sayOne(player, text);
  };
  for (let round = 1; waiting.length > 0; round++) {
    for (const player of players) await sayAll(player);
    await room.act({ type: 'announce', tables: [1], text: WAYS[round]!.replaceAll('_', 'img') });
    if (waiting.length > 0) for (let i = 0; i < 2; i++) await room.act({ type: 'advance' });
    for (const player of players) await player.until(() => player.view().phase === 'negotiation');
  }

  const { page, crashes, leave } = await house.newVisitor();
  const { faults, strangers } = await watch(page);
  const seeTexts = async (texts: readonly string[]): Promise<void> => {
    const missing = async (): Promise<readonly string[]> => {
      const shown = await textOf(page);
      return texts.filter((text) => !shown.includes(plain(text)));
    };
    await see.poll(missing).toEqual([]);
    expect(await strangers()).toEqual([]);
  };
  const kept = [
    ['guest', JSON.stringify(pupils[0]!.guest)],
    [`place.${code}`, players[0]!.seat],
  ] as const;
  await page.addInitScript((entries) => {
    for (const [key, text] of entries) localStorage.setItem(`between-giants.${key}`, text);
    HTMLCanvasElement.prototype.getContext = () => null;
  }, kept);
  await page.goto(plainTable(code));
  await openTab(page, 'talk');
  await seeTexts([...messages, ...NAMES.slice(1)]);
  await openTab(page, 'log');
  await seeTexts(messages);

  const [name = '', value = ''] = room.cookie.split('=');
  await page.context().addCookies([{ name, value, url: house.url }]);
  await page.goto(`/class/${room.code}`);
  await seeTexts([TITLE, ...NAMES]);
  await page.goto(`/class/${room.code}/projector`);
  await seeTexts([TITLE]);

  for (let i = 0; i < 12; i++) await room.act({ type: 'advance' });
  await room.act({ type: 'openMandates', tables: 'all' });
  await page.goto(`/class/${room.code}/debrief`);
  await seeTexts([TITLE]);
  await page.goto(`/debrief/${code}`);
  await seeTexts(NAMES);
  await page.emulateMedia({ media: 'print' });
  await seeTexts(NAMES);
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`/replay/${code}`);
  await seeTexts(NAMES.slice(1));

  await page.goto('/admin');
  await page.locator('input[name=secret]').fill(SECRET);
  await page.locator('input[name=secret]').press('Enter');
  await page.waitForURL(/\/admin$/);
  await seeTexts([TITLE]);
  expect({ faults, crashes }).toEqual({ faults: [], crashes: [] });
  for (const player of players) await player.leave();
  await leave();
});

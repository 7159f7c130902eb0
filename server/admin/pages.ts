import { type Html, html } from '../html.ts';
import type { ClassRow, Overview, TableRow } from './overview.ts';
import type { Say } from './words.ts';

/** What a page needs to be written. `csrf`: what its forms bring along. */
export type PageParts = { readonly say: Say; readonly language: string; readonly csrf: string };

const frame = ({ say, language }: PageParts, body: Html): string =>
  `<!doctype html>${
    html`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${say('title')}</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/admin/admin.css"></head><body><main>${body}</main></body></html>`
      .text
  }`;

const timeOf = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** The way in. */
export const doorPage = (parts: PageParts, isWrong: boolean): string => {
  const { say } = parts;
  const refusal = isWrong ? html`<p class="failure" role="alert">${say('wrong')}</p>` : html``;
  return frame(
    parts,
    html`<form class="door" method="post" action="/admin/enter"><h1>${say('title')}</h1>${refusal}<label for="secret">${say('secret')}</label><input id="secret" name="secret" type="password" autocomplete="current-password" required autofocus><button class="gold">${say('enter')}</button></form>`,
  );
};

const act = (say: Say, what: 'close' | 'delete', path: string, label: string): Html =>
  html`<a class="button ${what}" href="/admin/${path}/${what}" aria-label="${say(what)} ${label}">${say(what)}</a>`;

const tableRow = (say: Say, row: TableRow): Html => {
  const state = html`<span class="state ${row.state}">${say(row.state, { round: row.round })}</span>`;
  const path = `tables/${row.code}`;
  const acts = [
    ...(row.isOpen ? [act(say, 'close', path, row.code)] : []),
    act(say, 'delete', path, row.code),
  ];
  return html`<tr><th scope="row"><code>${row.code}</code></th><td>${state}</td><td>${row.people.join(', ')}</td><td class="figure">${row.connected}</td><td>${row.scenario}</td><td>${timeOf(row.changed)}</td><td class="acts">${acts}</td></tr>`;
};

const classRow = (say: Say, row: ClassRow): Html =>
  html`<tr><th scope="row"><code>${row.code}</code></th><td>${row.title}</td><td class="figure">${row.tables}</td><td>${timeOf(row.created)}</td><td class="acts">${act(say, 'delete', `classes/${row.code}`, row.code)}</td></tr>`;

const list = (say: Say, title: string, heads: readonly string[], rows: readonly Html[]): Html =>
  html`<section><h2>${title}</h2>${
    rows.length === 0
      ? html`<p class="soft">${say('none')}</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
  }</section>`;

const hidden = (csrf: string): Html => html`<input type="hidden" name="csrf" value="${csrf}">`;

const figures = (say: Say, overview: Overview): Html => {
  const shown = [
    [say('connections'), String(overview.connections)],
    [say('openTables'), String(overview.tables.filter(({ isOpen }) => isOpen).length)],
    [say('memory'), say('megabytes', { count: overview.memoryMB })],
    [say('lag'), say('milliseconds', { count: overview.lagMs })],
    [say('up'), say('minutes', { count: overview.upMinutes })],
  ] as const;
  return html`<dl>${shown.map(([name, figure]) => html`<div><dt>${name}</dt><dd>${figure}</dd></div>`)}</dl>`;
};

/** Everything at a glance. */
export const overviewPage = (parts: PageParts, overview: Overview, isExpired: boolean): string => {
  const { say, csrf } = parts;
  const tableHeads = ['code', 'state', 'people', 'connected', 'scenario', 'changed', 'actions'] as const;
  const classHeads = ['code', 'classTitle', 'tables', 'created', 'actions'] as const;
  const tables = overview.tables.map((row) => tableRow(say, row));
  const classes = overview.classes.map((row) => classRow(say, row));
  return frame(
    parts,
    html`<header><h1>${say('title')}</h1><form method="post" action="/admin/leave">${hidden(csrf)}<button>${say('leave')}</button></form></header>${isExpired ? html`<p class="failure" role="alert">${say('expired')}</p>` : html``}${figures(say, overview)}${list(
      say,
      say('tables'),
      tableHeads.map((head) => say(head)),
      tables,
    )}${list(
      say,
      say('classes'),
      classHeads.map((head) => say(head)),
      classes,
    )}`,
  );
};

/** Asks before something is done. `path`: where a yes goes. */
export const questionPage = (
  parts: PageParts,
  question: 'close' | 'delete' | 'deleteClass',
  code: string,
  path: string,
): string => {
  const { say, csrf } = parts;
  return frame(
    parts,
    html`<form class="door" method="post" action="${path}"><h1>${say(`${question}.ask`, { code })}</h1><p>${say(`${question}.body`)}</p>${hidden(csrf)}<div class="acts"><a class="button" href="/admin">${say('cancel')}</a><button class="${question === 'close' ? 'gold' : 'danger'}">${say(question === 'close' ? 'close' : 'delete')}</button></div></form>`,
  );
};

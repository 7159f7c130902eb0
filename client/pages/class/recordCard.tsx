import type { ConsoleView } from '../../../server/classes/protocol.ts';
import { localeTag, t } from '../../words/language.ts';
import { recordText } from './classWords.ts';

const timeOf = (at: number): string =>
  new Intl.DateTimeFormat(localeTag(), { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);

// Acts that show in the record by their own facts, too.
const TOLD_BY_FACTS = ['begin', 'place', 'remove', 'close', 'bot'];

/** What happened in the class, the newest first. */
export const RecordCard = ({ view }: { readonly view: ConsoleView }) => (
  <section class="card class-card record-card" aria-labelledby="record-title">
    <h2 id="record-title">{t('class.record')}</h2>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
    <ol tabIndex={0} aria-labelledby="record-title">
      {view.record
        .filter(({ kind, act }) => kind !== 'acted' || !TOLD_BY_FACTS.includes(act))
        .map((line) => (
          <li key={line.seq}>
            <time>{timeOf(line.at)}</time> <span>{recordText(line)}</span>
          </li>
        ))}
    </ol>
  </section>
);

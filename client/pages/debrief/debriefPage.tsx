import './words.ts';
import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { courseOf } from '../../../shared/debrief/course.ts';
import { writeLog } from '../../../shared/debrief/readLog.ts';
import type { Debrief } from '../../../shared/debrief/report.ts';
import type { Entry } from '../../../shared/engine/log.ts';
import { bookOf } from '../../../shared/scenarios/index.ts';
import type { Seat } from '../../../shared/seats.ts';
import { saveFile } from '../../charts/picture.ts';
import { isLocalCode } from '../../connection/local/localPlan.ts';
import type { FinishedTable } from '../../connection/lookBack.ts';
import { Download } from '../../parts/download.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageFrame } from '../../parts/pageFrame.tsx';
import { Link } from '../../router.tsx';
import { countsPoints } from '../../words/figures.ts';
import { t, words } from '../../words/language.ts';
import { botName } from '../../words/people.ts';
import { ShareResult } from '../card/shareResult.tsx';
import { ActivitySection } from './activitySection.tsx';
import { ClosedDoor } from './closedDoor.tsx';
import { EconomySection } from './economySection.tsx';
import { linkKey, type Retrospect, useRetrospect } from './lookBack.ts';
import { PathSection } from './pathSection.tsx';
import { PossibleSection } from './possibleSection.tsx';
import { PromisesSection } from './promisesSection.tsx';
import { ReviewSection } from './reviewSection.tsx';
import { ScoreCards } from './scoreCards.tsx';
import { sharedOf } from './shared.ts';
import { StanceSection } from './stanceSection.tsx';

/** Who sat where at the end. */
const namesIn = (scenario: string, entries: readonly Entry[]): Partial<Record<Seat, string>> => {
  const { occupants } = courseOf(bookOf(scenario), entries).end;
  return Object.fromEntries(
    Object.entries(occupants).flatMap(([seat, occupant]) => {
      if (occupant.kind === 'bot') return [[seat, botName(occupant.bot)]];
      return occupant.kind === 'person' && occupant.name !== seat ? [[seat, occupant.name]] : [];
    }),
  );
};

/** The link to the table's replay at an entry, with the key of the link that this page was opened by. */
const replayOf =
  (code: string) =>
  (seq: number): string => {
    const key = linkKey();
    return `/replay/${code}#e=${seq}${key === null ? '' : `&key=${key}`}`;
  };

/** What can be passed on and taken along; of a table of this browser, which has no server to write a ZIP, its log. */
const TakeAway = ({ table }: { readonly table: FinishedTable }) => (
  <>
    <ShareResult gather={async () => sharedOf(table)} />
    {isLocalCode(table.code) ? (
      <button
        type="button"
        onClick={() => saveFile(`between-giants-${table.code}.jsonl`, new Blob([writeLog(table.entries)]))}
      >
        <Icon name="download" size={16} /> {t('download.open')}
      </button>
    ) : (
      <Download of={{ kind: 'tables', code: table.code }} linkKey={linkKey()} />
    )}
  </>
);

type ReportProps = { readonly code: string; readonly debrief: Debrief; readonly retrospect: Retrospect };

const Report = ({ code, debrief, retrospect }: ReportProps) => {
  const book = bookOf(debrief.scenario);
  const { seats } = book.scenario;
  const names = useComputed(() =>
    retrospect.table.value === null ? {} : namesIn(debrief.scenario, retrospect.table.value.entries),
  );
  useEffect(() => {
    countsPoints.value = book.scenario.economy === null;
  }, [book]);
  return (
    <article
      class="result debrief"
      aria-busy={seats.some((seat) => retrospect.reviews.value[seat] === undefined)}
    >
      <header class="debrief-head">
        <p class="eyebrow">{t('debrief.table', { code })}</p>
        <h1>{t('debrief.title', { scenario: words(book.scenario.title) })}</h1>
        <div class="row middle no-print">
          <Link to={replayOf(code)(1)} class="button gold">
            {t('debrief.replay')}
          </Link>
          {retrospect.table.value === null ? null : <TakeAway table={retrospect.table.value} />}
          <button type="button" onClick={() => print()}>
            {t('debrief.print')}
          </button>
        </div>
      </header>
      <ScoreCards book={book} debrief={debrief} reviews={retrospect.reviews.value} names={names.value} />
      <PossibleSection debrief={debrief} seats={seats} />
      <ReviewSection
        book={book}
        own={retrospect.table.value?.seat ?? null}
        reviews={retrospect.reviews.value}
        replay={replayOf(code)}
      />
      <PathSection book={book} debrief={debrief} replay={replayOf(code)} />
      <PromisesSection book={book} debrief={debrief} />
      <EconomySection book={book} points={debrief.timelines} />
      <StanceSection path={debrief.stance} />
      <ActivitySection activity={debrief.activity} seats={seats} />
    </article>
  );
};

/** What a finished table could have been, and what it was. */
export const DebriefPage = ({ code }: { readonly code: string }) => {
  const retrospect = useRetrospect(code);
  const { debrief, failure } = retrospect;
  return (
    <PageFrame>
      {failure.value !== null ? (
        <ClosedDoor why={failure.value} />
      ) : debrief.value === null ? (
        <p class="loading" role="status">
          {t('debrief.loading')}
        </p>
      ) : (
        <Report code={code} debrief={debrief.value} retrospect={retrospect} />
      )}
    </PageFrame>
  );
};

import { useEffect } from 'preact/hooks';
import './words.ts';
import '../words.ts';
import type { ClassDebrief } from '../../../../server/classes/protocol.ts';
import { meansOf } from '../../../../shared/debrief/classFigures.ts';
import { bookOf } from '../../../../shared/scenarios/index.ts';
import { PageFrame } from '../../../parts/pageFrame.tsx';
import { Link } from '../../../router.tsx';
import { countsPoints, figure } from '../../../words/figures.ts';
import { t } from '../../../words/language.ts';
import { ClosedDoor } from '../closedDoor.tsx';
import { plainWorth } from '../strokes.ts';
import { type ClassBack, useClassBack } from './classBack.ts';
import { MandatesSection, TreatmentsSection } from './comparedSection.tsx';
import { FormsSection } from './formsSection.tsx';
import { OutcomesSection } from './outcomesSection.tsx';
import { type ClassRow, rowsOf } from './rows.ts';
import { TablesSection } from './tablesSection.tsx';

/** How far the work has come, and what can't be shown. */
const Progress = ({
  held,
  rows,
  back,
}: {
  held: ClassDebrief;
  rows: readonly ClassRow[];
  back: ClassBack;
}) => {
  const known = Object.values(back.tables.value);
  const lost = known.filter(({ isLost }) => isLost).length;
  const readable = held.tables.filter(({ code }) => code !== null).length;
  const playing = held.tables.filter(({ hasEnded }) => !hasEnded).length;
  const sealed = held.tables.length - readable - playing;
  const thinking = known.some(
    ({ debrief, reviews }) =>
      debrief !== null && bookOf(debrief.scenario).scenario.seats.some((seat) => reviews[seat] === undefined),
  );
  const lines = [
    rows.length + lost < readable
      ? t('classDebrief.working', { done: rows.length, all: readable })
      : thinking
        ? t('classDebrief.reviewing')
        : '',
    playing > 0 ? t('classDebrief.playing', { count: playing }) : '',
    sealed > 0 ? t('classDebrief.sealed', { count: sealed }) : '',
    lost > 0 ? t('classDebrief.lost', { count: lost }) : '',
  ].filter((line) => line !== '');
  return (
    <p class="soft centred" role="status">
      {lines.join(' ')}
    </p>
  );
};

/** The whole class in a sentence. */
const Summary = ({ rows }: { readonly rows: readonly ClassRow[] }) => {
  const { score, left, tables } = meansOf(rows.map(({ figures }) => figures));
  if (score === null || left === null) return null;
  return (
    <p class="lead centred">
      {t('classDebrief.summary', { count: tables, score: figure(score), left: plainWorth(left) })}
    </p>
  );
};

const Compared = ({ held, back }: { readonly held: ClassDebrief; readonly back: ClassBack }) => {
  const rows = rowsOf(held.tables, back.tables.value);
  const hasPoints = rows.some(({ debrief }) => bookOf(debrief.scenario).scenario.economy === null);
  useEffect(() => {
    countsPoints.value = hasPoints;
  }, [hasPoints]);
  return (
    <article class="result debrief class-debrief">
      <header class="debrief-head">
        <p class="eyebrow">{t('classDebrief.class', { code: held.code })}</p>
        <h1>{held.title === '' ? t('classDebrief.title') : held.title}</h1>
        <div class="row middle no-print">
          {held.reader === 'facilitator' ? (
            <Link to={`/class/${held.code}`} class="button gold">
              {t('classDebrief.console')}
            </Link>
          ) : null}
          <button type="button" onClick={() => print()}>
            {t('debrief.print')}
          </button>
        </div>
        <Summary rows={rows} />
        <Progress held={held} rows={rows} back={back} />
      </header>
      <OutcomesSection rows={rows} factors={held.factors} />
      <TablesSection rows={rows} />
      <TreatmentsSection rows={rows} factors={held.factors} />
      <MandatesSection rows={rows} />
      <FormsSection forms={held.forms} />
    </article>
  );
};

/** The tables of a class side by side. */
export const ClassDebriefPage = ({ code }: { readonly code: string }) => {
  const back = useClassBack(code);
  const { held, failure } = back;
  return (
    <PageFrame>
      {failure.value !== null ? (
        <ClosedDoor why={failure.value} />
      ) : held.value === null ? (
        <p class="loading" role="status">
          {t('debrief.loading')}
        </p>
      ) : (
        <Compared held={held.value} back={back} />
      )}
    </PageFrame>
  );
};

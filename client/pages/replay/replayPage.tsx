import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Playback } from '../../../shared/debrief/playback.ts';
import type { Viewer } from '../../../shared/seats.ts';
import { ServerRefusal } from '../../connection/http.ts';
import { type FinishedTable, finishedTable } from '../../connection/lookBack.ts';
import { isTableView, openEconomy, tab, thread } from '../../deskState.ts';
import { PageFrame } from '../../parts/pageFrame.tsx';
import { Link } from '../../router.tsx';
import { desk } from '../../rules.ts';
import { t } from '../../words/language.ts';
import { doorText } from '../../words/refusals.ts';
import { DeskFrame } from '../table/deskPage.tsx';
import { linkKey } from './address.ts';
import { openPlayback } from './logFile.ts';
import { LogPicker } from './logPicker.tsx';
import { PlayOn } from './playOn.tsx';
import { ReplayBar } from './replayBar.tsx';
import { type Watching, watch } from './watching.ts';

/** A table to look back on, and with whose eyes one begins. */
type Found = { readonly playback: Playback; readonly viewer: Viewer };

const resetDesk = (): void => {
  tab.value = 'offers';
  thread.value = 'all';
  openEconomy.value = null;
  isTableView.value = false;
};

const Foot = ({ code }: { readonly code: string | null }) =>
  code === null ? null : (
    <div class="turn-bar">
      <Link to={`/debrief/${code}${location.hash}`} class="button grow">
        {t('replay.debrief')}
      </Link>
    </div>
  );

/** The table as it was, moved along by its bar. */
const Screen = ({ found, code }: { readonly found: Found; readonly code: string | null }) => {
  const { playback, viewer } = found;
  const watching = useSignal<Watching | null>(null);
  useEffect(() => {
    resetDesk();
    const opened = watch(code ?? '', playback, { moment: playback.start, viewer });
    watching.value = opened;
    return opened.leave;
  }, [playback]);
  const at = desk.value;
  const bar = useMemo(
    () =>
      watching.value === null ? null : (
        <ReplayBar watching={watching.value}>
          {code === null ? null : <PlayOn watching={watching.value} code={code} />}
        </ReplayBar>
      ),
    [watching.value],
  );
  return at === null ? null : <DeskFrame at={at} foot={<Foot code={code} />} bar={bar} />;
};

const Closed = ({ why }: { readonly why: string }) => (
  <PageFrame>
    <section class="narrow centred">
      <h1>{t('replay.closed')}</h1>
      <p role="alert">{why}</p>
      <Link to="/replay" class="button">
        {t('replay.file.title')}
      </Link>
      <Link to="/" class="quiet button">
        {t('app.home')}
      </Link>
    </section>
  </PageFrame>
);

/** With whose eyes somebody begins: their own, if they had a seat here. */
const eyesOf = ({ reader, seat }: FinishedTable): Viewer => {
  if (reader === 'person' && seat !== null) return seat;
  return reader === 'facilitator' ? 'facilitator' : 'spectator';
};

const Fetched = ({ code }: { readonly code: string }) => {
  const found = useSignal<Found | null>(null);
  const failure = useSignal<string | null>(null);
  useEffect(() => {
    finishedTable(code, linkKey()).then(
      (table) => {
        const playback = openPlayback(table.entries);
        if ('why' in playback) failure.value = playback.why;
        else found.value = { playback, viewer: eyesOf(table) };
      },
      (error: unknown) => {
        const { code: why, params } =
          error instanceof ServerRefusal ? error : { code: 'unknown', params: {} };
        failure.value = doorText(why, params);
      },
    );
  }, [code]);
  if (failure.value !== null) return <Closed why={failure.value} />;
  if (found.value !== null) return <Screen found={found.value} code={code} />;
  return (
    <p class="loading" role="status">
      {t('replay.loading')}
    </p>
  );
};

const FromFile = () => {
  const playback = useSignal<Playback | null>(null);
  if (playback.value !== null)
    return <Screen found={{ playback: playback.value, viewer: 'facilitator' }} code={null} />;
  return (
    <LogPicker
      onPlayback={(opened) => {
        playback.value = opened;
      }}
    />
  );
};

/** A finished table, step by step: of this server by its code, or from a file. */
export const ReplayPage = ({ code }: { readonly code: string }) =>
  code === '' ? <FromFile /> : <Fetched code={code} />;

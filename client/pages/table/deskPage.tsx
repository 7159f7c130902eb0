import type { ComponentChildren } from 'preact';
import { tab } from '../../deskState.ts';
import { Announcer } from '../../panels/announcer.tsx';
import { TimeCalls, useTicking } from '../../panels/clock.tsx';
import { BalanceBadge, Economies } from '../../panels/economies.tsx';
import { EconomyHost } from '../../panels/economyHost.tsx';
import { Feed } from '../../panels/logPanel.tsx';
import { NewsCard } from '../../panels/newsCard.tsx';
import { RoundBand } from '../../panels/roundBand.tsx';
import { StillThere } from '../../panels/stillThere.tsx';
import { FrontPanel, TabBar } from '../../panels/tabs.tsx';
import { MessageForm } from '../../panels/talk/messageForm.tsx';
import { TopBar } from '../../panels/topBar.tsx';
import { TurnBar } from '../../panels/turnBar.tsx';
import { type Desk, isPlaying } from '../../rules.ts';
import { commandLine } from '../../settings.ts';
import { useTableKeys } from '../../shortcuts.ts';
import { useSignals } from '../../signals/useSignals.ts';
import { t } from '../../words/language.ts';
import { lazyPart } from '../lazyPart.ts';
import { BoardArea } from './boardArea.tsx';

/** Fetched for those who type. */
const commands = lazyPart(() =>
  import('../../commands/commandLine.tsx').then(({ CommandLine }) => CommandLine),
);

/** On a wide screen the last events stay in sight below the offers. */
const RecordDock = ({ at }: { readonly at: Desk }) => {
  if (tab.value !== 'offers') return null;
  const canSpeak = isPlaying(at) && at.view.setup.press !== 'none';
  return (
    <section class="record-dock" aria-label={t('log.title')}>
      <h2 class="eyebrow">{t('log.title')}</h2>
      <Feed at={at} withMinor={false} most={30} scrolls />
      {canSpeak ? <MessageForm at={at} to="all" isPlain /> : null}
    </section>
  );
};

type FrameProps = {
  readonly at: Desk;
  /** What stands at the foot of the panels. */
  readonly foot: ComponentChildren;
  /** What stands above them. */
  readonly head?: ComponentChildren;
  /** What lies below all, for those who look back. */
  readonly bar?: ComponentChildren;
};

/** Board, economies and panels as everybody sees them, in play and looking back. */
export const DeskFrame = ({ at, foot, head, bar }: FrameProps) => {
  useTicking();
  return (
    <div class={bar === undefined ? 'desk' : 'desk past'}>
      <TopBar at={at} />
      <main class="stage" id="content">
        <h1 class="unseen">{t('app.title')}</h1>
        <BoardArea at={at} />
        <RoundBand at={at} />
        <BalanceBadge at={at} />
        <Economies at={at} />
      </main>
      <aside class="side" id="panels" aria-label={t('table.panels')}>
        {head}
        <TabBar at={at} />
        <NewsCard at={at} />
        <FrontPanel at={at} />
        <RecordDock at={at} />
        {foot}
      </aside>
      {bar}
      <EconomyHost at={at} />
      <Announcer />
    </div>
  );
};

const Foot = ({ at, onResult }: { readonly at: Desk; readonly onResult: () => void }) =>
  at.view.phase === 'ended' ? (
    <div class="turn-bar">
      <button type="button" class="gold grow" onClick={onResult}>
        {t('result.show')}
      </button>
    </div>
  ) : (
    <TurnBar at={at} />
  );

/** The table in play. */
export const DeskPage = ({ at, onResult }: { readonly at: Desk; readonly onResult: () => void }) => {
  useSignals(at);
  useTableKeys(at);
  return (
    <>
      <DeskFrame
        at={at}
        head={commandLine.value === 'on' ? <commands.Loaded at={at} /> : null}
        foot={<Foot at={at} onResult={onResult} />}
      />
      <TimeCalls at={at} />
      <StillThere />
    </>
  );
};

import { tab } from '../../deskState.ts';
import { Announcer } from '../../panels/announcer.tsx';
import { TimeCalls, useTicking } from '../../panels/clock.tsx';
import { BalanceBadge, Economies } from '../../panels/economies.tsx';
import { EconomyDialog } from '../../panels/economyDialog.tsx';
import { Feed } from '../../panels/logPanel.tsx';
import { NewsCard } from '../../panels/newsCard.tsx';
import { FrontPanel, TabBar } from '../../panels/tabs.tsx';
import { MessageForm } from '../../panels/talk/messageForm.tsx';
import { TopBar } from '../../panels/topBar.tsx';
import { TurnBar } from '../../panels/turnBar.tsx';
import type { Desk } from '../../rules.ts';
import { useTableKeys } from '../../shortcuts.ts';
import { useSignals } from '../../signals/useSignals.ts';
import { t } from '../../words/language.ts';
import { BoardArea } from './boardArea.tsx';

/** On a wide screen the last events stay in sight below the offers. */
const RecordDock = ({ at }: { readonly at: Desk }) => {
  if (tab.value !== 'offers') return null;
  const canSpeak = at.own !== null && at.view.setup.press !== 'none';
  return (
    <section class="record-dock" aria-label={t('log.title')}>
      <h2 class="eyebrow">{t('log.title')}</h2>
      <Feed at={at} withMinor={false} most={30} />
      {canSpeak ? <MessageForm at={at} to="all" isPlain /> : null}
    </section>
  );
};

/** The table in play: board, economies, panels. */
export const DeskPage = ({ at, onResult }: { readonly at: Desk; readonly onResult: () => void }) => {
  useTicking();
  useSignals(at);
  useTableKeys(at);
  return (
    <div class="desk">
      <TopBar at={at} />
      <main class="stage" id="content">
        <h1 class="unseen">{t('app.title')}</h1>
        <BoardArea at={at} />
        <BalanceBadge at={at} />
        <Economies at={at} />
      </main>
      <aside class="side" id="panels" aria-label={t('table.panels')}>
        <TabBar at={at} />
        <NewsCard at={at} />
        <FrontPanel at={at} />
        <RecordDock at={at} />
        {at.view.phase === 'ended' ? (
          <div class="turn-bar">
            <button type="button" class="gold grow" onClick={onResult}>
              {t('result.show')}
            </button>
          </div>
        ) : (
          <TurnBar at={at} />
        )}
      </aside>
      <EconomyDialog at={at} />
      <Announcer />
      <TimeCalls at={at} />
    </div>
  );
};

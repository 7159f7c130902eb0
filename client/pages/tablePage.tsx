import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isSeat } from '../../shared/seats.ts';
import { pickUpPlace } from '../arrival.ts';
import { clearSent, openDraft } from '../composing.ts';
import type { Listener } from '../connection/connection.ts';
import type { Place, SeatWish } from '../connection/http.ts';
import { isLocalCode } from '../connection/local/localPlan.ts';
import { connectLocal } from '../connection/local.ts';
import { connectRemote } from '../connection/remote.ts';
import { wayTo } from '../connection/wayTo.ts';
import { isTableView, openEconomy, tab, thread } from '../deskState.ts';
import { forgetPlace, placeAt, rememberPlace } from '../identity.ts';
import { remember } from '../memory.ts';
import { PageFrame } from '../parts/pageFrame.tsx';
import { Link } from '../router.tsx';
import { desk } from '../rules.ts';
import { connection, enterTable, leaveTable } from '../store.ts';
import { t } from '../words/language.ts';
import { doorText } from '../words/refusals.ts';
import { ThreadHost } from './class/threadHost.tsx';
import { lazyPage } from './lazyPage.tsx';
import { DeskPage } from './table/deskPage.tsx';
import { Door } from './table/door.tsx';
import { WaitingRoom } from './table/waitingRoom.tsx';

const result = lazyPage(() => import('./result/resultPage.tsx').then(({ ResultPage }) => ResultPage));

const wishOf = (kept: string | null): SeatWish | null =>
  kept !== null && (isSeat(kept) || kept === 'spectator') ? kept : null;

const resetDesk = (): void => {
  tab.value = 'offers';
  thread.value = 'all';
  openEconomy.value = null;
  isTableView.value = false;
};

const enter = (code: string, wish: SeatWish | null, place: Place | null): void => {
  if (place !== null) rememberPlace(code, place.seat);
  enterTable(code, (listener) => {
    const lateReply: Listener['lateReply'] = (reply, action) => {
      listener.lateReply(reply, action);
      if (reply.ok && action !== null) clearSent(action);
    };
    return connectRemote(wayTo(code, wish), { ...listener, lateReply }, place);
  });
  openDraft();
  resetDesk();
};

/** Opens a table of this browser. */
export const enterHere = (code: string): void => {
  remember('lastTable', code);
  enterTable(code, (listener) => connectLocal(code, listener));
  openDraft();
  resetDesk();
};

/** The line was given up: why, and what can be done about it. */
const LostLine = ({ code, onDoor }: { readonly code: string; readonly onDoor: () => void }) => {
  const line = connection.value;
  const why = line?.failure.value ?? null;
  return (
    <PageFrame>
      <section class="narrow centred">
        <h1>{t('link.lost')}</h1>
        <p>{why === 'moved' ? t('app.moved') : why === null ? '' : doorText(why)}</p>
        <button type="button" class="gold" onClick={() => line?.retry()}>
          {t('link.retry')}
        </button>
        <button
          type="button"
          onClick={() => {
            forgetPlace(code);
            leaveTable();
            onDoor();
          }}
        >
          {t('door.title', { code })}
        </button>
        <Link to="/" class="quiet button">
          {t('app.home')}
        </Link>
      </section>
    </PageFrame>
  );
};

/** At a table: its waiting room, the game, its result. */
export const Inside = ({ code }: { readonly code: string }) => {
  const looksBack = useSignal(false);
  const at = desk.value;
  if (at === null)
    return (
      <p class="loading" role="status">
        {t('link.connecting')}
      </p>
    );
  if (at.view.phase === 'waiting') return <WaitingRoom at={at} code={code} />;
  if (at.view.phase !== 'ended' || looksBack.value)
    return (
      <DeskPage
        at={at}
        onResult={() => {
          looksBack.value = false;
        }}
      />
    );
  return (
    <result.Loaded
      at={at}
      code={code}
      onTable={() => {
        looksBack.value = true;
      }}
    />
  );
};

/** A table: its door, its waiting room, the game, the result. */
export const TablePage = ({ code }: { readonly code: string }) => {
  const isInside = useSignal(isLocalCode(code));
  useEffect(() => {
    if (isLocalCode(code)) {
      enterHere(code);
      return leaveTable;
    }
    const place = pickUpPlace(code);
    const wish = wishOf(placeAt(code));
    if (place !== null || wish !== null) {
      enter(code, place?.seat ?? wish, place);
      isInside.value = true;
    }
    return leaveTable;
  }, [code]);
  if (connection.value?.state.value === 'lost')
    return (
      <LostLine
        code={code}
        onDoor={() => {
          isInside.value = false;
        }}
      />
    );
  if (isInside.value)
    return (
      <>
        <Inside code={code} />
        <ThreadHost key={code} table={code} />
      </>
    );
  return (
    <Door
      code={code}
      onPlace={(place) => {
        enter(code, place.seat, place);
        isInside.value = true;
      }}
    />
  );
};

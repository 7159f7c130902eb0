import { useSignal } from '@preact/signals';
import { isSeat, type Seat } from '../../../shared/seats.ts';
import { arriveWith } from '../../arrival.ts';
import { ServerRefusal, takePlace } from '../../connection/http.ts';
import { branchHere } from '../../connection/local/branchHere.ts';
import { isLocalCode } from '../../connection/local/localPlan.ts';
import { branchTable } from '../../connection/lookBack.ts';
import { introducePlayer } from '../../identity.ts';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useTask } from '../../parts/useTask.ts';
import { navigate } from '../../router.tsx';
import { t } from '../../words/language.ts';
import { STRENGTHS, type Strength, strengthOptions } from '../strengths.ts';
import { linkKey } from './address.ts';
import { Happening } from './happening.tsx';
import type { Watching } from './watching.ts';

type PlayOnProps = { readonly watching: Watching; readonly code: string };

const PlayOnDialog = ({ watching, code, onClose }: PlayOnProps & { readonly onClose: () => void }) => {
  const { playback, viewer, moment } = watching;
  const { seats } = playback.book.scenario;
  const eyes = viewer.value;
  const seat = useSignal<Seat>(isSeat(eyes) ? eyes : seats[0]);
  const strength = useSignal<Strength>('fair');
  const { isBusy, failure, run } = useTask();
  const start = async (): Promise<void> => {
    const at = playback.entryAt(moment.value)?.seq ?? 0;
    const plan = { at, seat: seat.value, bot: STRENGTHS[strength.value] };
    if (isLocalCode(code)) {
      const here = branchHere(code, playback.book, plan);
      if (here === null) throw new ServerRefusal(409, 'branch.notInPlay', {});
      return navigate(`/t/${here}`);
    }
    await introducePlayer();
    const opened = await branchTable(code, plan, linkKey());
    arriveWith(await takePlace(opened.code, seat.value));
    navigate(`/t/${opened.code}`);
  };
  return (
    <Dialog title={t('branch.title')} onClose={onClose}>
      <p>{t('branch.about')}</p>
      <Happening watching={watching} />
      <Choice
        layout="compact wide"
        legend={t('branch.seat')}
        options={seats.map((one) => ({ value: one, label: t(`seat.${one}`) }))}
        value={seat.value}
        onChange={(one) => {
          seat.value = one;
        }}
      />
      <Choice
        layout="compact wide"
        legend={t('strength.legend')}
        options={strengthOptions()}
        value={strength.value}
        onChange={(one) => {
          strength.value = one;
        }}
      />
      <Failure text={failure.value} />
      <button type="button" class="gold" disabled={isBusy.value} onClick={() => void run(start)}>
        {t('branch.start')}
      </button>
    </Dialog>
  );
};

/** Plays on from the moment that is shown, at a table of its own. */
export const PlayOn = ({ watching, code }: PlayOnProps) => {
  const isOpen = useSignal(false);
  const { playback, moment } = watching;
  const isOver = playback.stateAt(moment.value).phase === 'ended';
  return (
    <>
      <button
        type="button"
        class="play-on"
        disabled={isOver}
        title={isOver ? t('branch.over') : t('branch.about')}
        onClick={() => {
          watching.run(false);
          isOpen.value = true;
        }}
      >
        <Icon name="branch" /> <span>{t('branch.do')}</span>
      </button>
      {isOpen.value ? (
        <PlayOnDialog
          watching={watching}
          code={code}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      ) : null}
    </>
  );
};

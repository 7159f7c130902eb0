import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { bySeat } from '../../shared/seats.ts';
import { freshSeed, type LocalPlan, localCode } from '../connection/local/localPlan.ts';
import { keepPlan, keptPlan } from '../connection/local/localShelf.ts';
import { playerName, suggestName } from '../identity.ts';
import { recall, remember } from '../memory.ts';
import { navigate, rewrite } from '../router.tsx';
import { desk } from '../rules.ts';
import { leaveTable } from '../store.ts';
import { STEPS, stepNumber } from './learn/lesson.ts';
import { LessonCard } from './learn/lessonCard.tsx';
import { enterHere, Inside } from './tablePage.tsx';

/** Korea between two who give way early: there is always something on the table to answer. */
const plan = (): LocalPlan => ({
  scenario: 'short-pause-2025',
  self: 'KR',
  name: playerName.value,
  seats: bySeat(() => 'conceder'),
  press: 'full',
  explain: true,
  hints: false,
  roundMs: null,
  seed: freshSeed(),
  pace: [700, 1600],
});

/** The table of the lesson: the one that was left, or a new one. */
const lessonTable = (): string => {
  const left = recall('lesson.table');
  if (left !== null && keptPlan(left) !== null) return left;
  suggestName();
  const code = localCode();
  keepPlan(code, plan());
  remember('lesson.table', code);
  remember('lesson.step', null);
  return code;
};

/** The lesson: a real table of this browser, with a card that leads through it and then leaves it to the player. */
export const LearnPage = ({ step }: { readonly step: string | null }) => {
  const code = useSignal('');
  const number = useSignal(1);
  useEffect(() => {
    code.value = lessonTable();
    number.value = stepNumber(step ?? recall('lesson.step'));
    enterHere(code.value);
    return leaveTable;
  }, []);
  const go = (next: number): void => {
    number.value = next;
    remember('lesson.step', String(next));
    rewrite(next <= STEPS.length ? `/learn/${next}` : '/learn');
  };
  const end = (): void => {
    remember('lesson.table', null);
    remember('lesson.step', null);
    remember('lesson.over', 'yes');
    navigate(`/t/${code.value}`);
  };
  const at = desk.value;
  if (code.value === '') return null;
  return (
    <>
      <Inside code={code.value} />
      {at === null || at.view.phase === 'ended' ? null : (
        <LessonCard at={at} number={number.value} onStep={go} onEnd={end} />
      )}
    </>
  );
};

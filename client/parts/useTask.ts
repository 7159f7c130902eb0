import { useComputed, useSignal } from '@preact/signals';
import { failureText } from '../words/refusals.ts';

/** A press that takes a while: whether it is under way, why it failed, and how to start it. */
export const useTask = () => {
  const isBusy = useSignal(false);
  const problem = useSignal<unknown>(null);
  // In the language in use, also when it is changed afterwards.
  const failure = useComputed(() => (problem.value === null ? null : failureText(problem.value)));
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    problem.value = null;
    try {
      await work();
    } catch (error) {
      problem.value = error;
    }
    isBusy.value = false;
  };
  return { isBusy, failure, run };
};

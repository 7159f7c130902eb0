import { useSignal } from '@preact/signals';
import { ServerRefusal } from '../connection/http.ts';
import { doorText } from '../words/refusals.ts';

/** A press that takes a while: whether it is under way, why it failed, and how to start it. */
export const useTask = () => {
  const isBusy = useSignal(false);
  const failure = useSignal<string | null>(null);
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    failure.value = null;
    try {
      await work();
    } catch (error) {
      failure.value =
        error instanceof ServerRefusal ? doorText(error.code, error.params) : doorText('unknown');
    }
    isBusy.value = false;
  };
  return { isBusy, failure, run };
};

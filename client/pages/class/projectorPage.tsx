import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ClassFacts } from '../../../server/classes/protocol.ts';
import { classFacts } from '../../connection/classes.ts';
import { ServerRefusal } from '../../connection/http.ts';
import { Failure } from '../../parts/failure.tsx';
import { Wordmark } from '../../parts/wordmark.tsx';
import { t, words } from '../../words/language.ts';
import { doorText } from '../../words/refusals.ts';
import { joinAddress } from './classLinks.ts';
import { scenarioOf } from './classWords.ts';
import { QrCode } from './qrCode.tsx';

const POLL_MS = 2000;

/** Asks for the public facts of a class over and over. */
const useClassFacts = (code: string) => {
  const facts = useSignal<ClassFacts | null>(null);
  const failure = useSignal<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      try {
        facts.value = await classFacts(code);
        failure.value = null;
      } catch (error) {
        failure.value = error instanceof ServerRefusal ? error.code : 'unknown';
      }
      if (!isOver) timer = setTimeout(() => void look(), POLL_MS);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [code]);
  return { facts, failure };
};

const statusOf = ({ phase, people }: ClassFacts): string => {
  if (phase === 'closed') return t('class.projector.closed');
  return phase === 'running' ? t('class.projector.running') : t('class.projector.joined', { count: people });
};

/** For the wall: how to join, readable from the last row. Nothing of it is secret. */
export const ProjectorPage = ({ code }: { readonly code: string }) => {
  const { facts, failure } = useClassFacts(code);
  const known = facts.value;
  return (
    <main class="projector" id="content">
      <Wordmark />
      {known === null ? (
        <p role="status">{failure.value === null ? t('app.loading') : doorText(failure.value)}</p>
      ) : (
        <>
          <div class="projector-way">
            <QrCode address={joinAddress(code)} />
            <div>
              <h1>{known.title === '' ? words(scenarioOf(known.scenario).title) : known.title}</h1>
              <p class="projector-lead">{t('class.projector.lead')}</p>
              <p class="projector-code">{code}</p>
              <p class="soft">{t('class.projector.code', { address: location.host })}</p>
            </div>
          </div>
          <p class="projector-count" role="status">
            {statusOf(known)}
          </p>
          <Failure text={failure.value === null ? null : doorText(failure.value)} />
        </>
      )}
    </main>
  );
};

import '../debrief/class/words.ts';
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ClassFacts, MemberView } from '../../../server/classes/protocol.ts';
import {
  classFacts,
  joinClass,
  MOVED,
  memberView,
  type RosterLine,
  sayConsent,
} from '../../connection/classes.ts';
import { ServerRefusal } from '../../connection/http.ts';
import { introducePlayer } from '../../identity.ts';
import { recallHere, rememberHere } from '../../memory.ts';
import { Failure } from '../../parts/failure.tsx';
import { PageFrame } from '../../parts/pageFrame.tsx';
import { useTask } from '../../parts/useTask.ts';
import { Link, rewrite } from '../../router.tsx';
import { t, words } from '../../words/language.ts';
import { doorText } from '../../words/refusals.ts';
import { JoinByCode } from '../home/joinByCode.tsx';
import { NameField } from '../home/nameField.tsx';
import { WrongCode } from '../home/wrongCode.tsx';
import { loadTablePage } from '../loadedTable.tsx';
import { knownSecret } from './classLinks.ts';
import { placeText, scenarioOf } from './classWords.ts';
import { goToTable } from './goToTable.ts';
import { Questionnaire } from './questionnaire.tsx';

const POLL_MS = 1200;
const OUTSIDE: readonly string[] = ['guest.unknown', 'class.memberUnknown', MOVED];
const ROSTER = /^#r=(\d{1,4})\.([A-Za-z0-9_-]{22})$/;

/** The line of the roster in the address's fragment; it stays with this tab when the address is cleaned. */
const rosterLine = (code: string): RosterLine => {
  const kept = recallHere(`roster.${code}`) ?? '';
  const [, line, key] = ROSTER.exec(location.hash) ?? ROSTER.exec(kept) ?? [];
  if (line === undefined || key === undefined) return null;
  rememberHere(`roster.${code}`, `#r=${line}.${key}`);
  return { line: Number(line), key };
};

type Following = {
  readonly facts: Signal<ClassFacts | null>;
  readonly me: Signal<MemberView | null>;
  /** Whether the place that somebody had here is on another device by now. */
  readonly hasMoved: Signal<boolean>;
  /** Why the server could not be asked: a code of `error.*`. */
  readonly failure: Signal<string | null>;
};

/** Whether something keeps somebody from being taken to the table at once. */
const staysHere = ({ place, forms, phase }: MemberView): boolean =>
  phase !== 'running' ||
  place === null ||
  place.hasEnded ||
  forms.some(({ name, state }) => name === 'before' && state === 'open');

const useFollowing = (code: string): Following => {
  const facts = useSignal<ClassFacts | null>(null);
  const me = useSignal<MemberView | null>(null);
  const hasMoved = useSignal(false);
  const failure = useSignal<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const wasAway = (): boolean => me.value !== null && staysHere(me.value);
    const look = async (): Promise<void> => {
      try {
        const waited = wasAway();
        const found = await memberView(code).catch((refusal: unknown) => {
          // Not in the class, or no longer: what everybody may know of it is enough.
          if (!(refusal instanceof ServerRefusal) || !OUTSIDE.includes(refusal.code)) throw refusal;
          hasMoved.value = refusal.code === MOVED;
          return null;
        });
        // Whoever has left the page meanwhile is not called back.
        if (isOver) return;
        me.value = found;
        facts.value = me.value ?? (await classFacts(code));
        failure.value = null;
        if (waited && me.value !== null && !staysHere(me.value)) {
          await goToTable(code, me.value);
          return;
        }
      } catch (error) {
        failure.value = error instanceof ServerRefusal ? error.code : 'unknown';
      }
      if (!isOver) timer = setTimeout(() => void look(), POLL_MS);
    };
    void loadTablePage();
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [code]);
  return { facts, me, hasMoved, failure };
};

/** Before joining: looking costs nothing, a press takes a place. */
const Entrance = ({
  code,
  at,
  line,
}: {
  readonly code: string;
  readonly at: Following;
  readonly line: RosterLine;
}) => {
  const { isBusy, failure, run } = useTask();
  const facts = at.facts.value;
  if (facts === null) return null;
  const isOnRoster = !facts.byRoster || line !== null || knownSecret(code) !== null;
  const isShut = facts.phase === 'closed' || facts.isDemo || !isOnRoster;
  const why = facts.phase === 'closed' ? 'class.closed' : facts.isDemo ? 'class.demo' : 'class.rosterOnly';
  return (
    <>
      <h1>{facts.title === '' ? t('class.join.title') : facts.title}</h1>
      <p class="soft">
        {words(scenarioOf(facts.scenario).title)} · {t(`press.${facts.press}`)}
      </p>
      {at.hasMoved.value ? <p role="status">{doorText(MOVED)}</p> : null}
      {isShut ? (
        <>
          <p>{doorText(why)}</p>
          <JoinByCode />
        </>
      ) : (
        <form
          class="class-form narrow-form"
          onSubmit={(event) => {
            event.preventDefault();
            void run(async () => {
              await introducePlayer();
              const me = await joinClass(code, line);
              at.me.value = me;
              if (!staysHere(me)) await goToTable(code, me);
            });
          }}
        >
          <p>{line === null ? t('class.join.lead') : t('class.join.rosterLead')}</p>
          {knownSecret(code) === null ? null : <p class="why">{t('class.playHint')}</p>}
          {line === null ? <NameField /> : null}
          <Failure text={failure.value} />
          <button type="submit" class="gold big" disabled={isBusy.value}>
            {isBusy.value ? t('class.join.joining') : t('class.join.press')}
          </button>
        </form>
      )}
    </>
  );
};

const Place = ({ code, me }: { readonly code: string; readonly me: MemberView }) => {
  const { isBusy, failure, run } = useTask();
  const { place } = me;
  if (place === null) return null;
  return (
    <>
      <p>{t('class.join.seat', { place: placeText({ table: place.number, seat: place.seat }) })}</p>
      {place.hasEnded ? <p>{t('class.join.ended')}</p> : null}
      <button
        type="button"
        class="gold"
        disabled={isBusy.value}
        onClick={() => void run(() => goToTable(code, me))}
      >
        {place.hasEnded ? t('class.join.result') : t('class.join.go')}
      </button>
      {place.hasEnded ? (
        <Link to={`/class/${code}/debrief`} class="button">
          {t('classDebrief.title')}
        </Link>
      ) : null}
      <Failure text={failure.value} />
    </>
  );
};

/** Whether one's words may go along when the class is taken away as files; it can be taken back at any time. */
const Consent = ({
  code,
  at,
  me,
}: {
  readonly code: string;
  readonly at: Following;
  readonly me: MemberView;
}) => {
  // What was pressed shows at once, until the server has it.
  const wanted = useSignal<boolean | null>(null);
  const { isBusy, failure, run } = useTask();
  return (
    <div class="card class-card consent">
      <label class="check" for="consent">
        <input
          id="consent"
          type="checkbox"
          checked={wanted.value ?? me.agrees}
          disabled={isBusy.value}
          onChange={(event) => {
            const agrees = event.currentTarget.checked;
            wanted.value = agrees;
            void run(async () => {
              at.me.value = await sayConsent(code, agrees);
            }).finally(() => {
              wanted.value = null;
            });
          }}
        />
        {t('class.consent')}
      </label>
      <p class="soft">{t('class.consentHint')}</p>
      <Failure text={failure.value} />
    </div>
  );
};

const Inside = ({ code, at }: { readonly code: string; readonly at: Following }) => {
  const me = at.me.value;
  if (me === null) return null;
  const open = me.forms.filter(({ state }) => state === 'open');
  if (me.isRemoved) return <p>{t('class.join.removed')}</p>;
  return (
    <>
      <h1>{t('class.join.in', { name: me.name })}</h1>
      {me.phase === 'gathering' ? <p role="status">{t('class.join.wait')}</p> : null}
      {me.phase === 'closed' ? <p>{t('class.join.closed')}</p> : null}
      <Place code={code} me={me} />
      {me.phase === 'gathering' && open.length > 0 ? <p class="soft">{t('class.join.waitForm')}</p> : null}
      {open.map((form) => (
        <Questionnaire
          key={form.name}
          code={code}
          form={form}
          onSent={(next) => {
            at.me.value = next;
          }}
        />
      ))}
      <Consent code={code} at={at} me={me} />
      {me.isFacilitator ? (
        <Link to={`/class/${code}`} class="button">
          {t('class.console', { code })}
        </Link>
      ) : null}
      {me.forms.some(({ state }) => state === 'done') ? <p class="soft">{t('class.form.done')}</p> : null}
    </>
  );
};

/** The page of whoever takes part in a class: joining, waiting, the way to the table, the questionnaires. */
export const JoinPage = ({ code }: { readonly code: string }) => {
  const line = rosterLine(code);
  const at = useFollowing(code);
  useEffect(() => {
    if (location.hash !== '') rewrite(`/join/${code}`);
  }, [code]);
  return (
    <PageFrame>
      <section class="joining centred">
        {at.facts.value === null ? (
          <>
            <h1>{t('class.console', { code })}</h1>
            <WrongCode why={at.failure.value} />
          </>
        ) : at.me.value === null ? (
          <Entrance code={code} at={at} line={line} />
        ) : (
          <Inside code={code} at={at} />
        )}
        {at.facts.value !== null && at.failure.value !== null ? (
          <Failure text={doorText(at.failure.value)} />
        ) : null}
        <Link to="/" class="quiet button">
          {t('app.home')}
        </Link>
      </section>
    </PageFrame>
  );
};

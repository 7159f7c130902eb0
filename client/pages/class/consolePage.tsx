import { useEffect } from 'preact/hooks';
import type { ConsoleView } from '../../../server/classes/protocol.ts';
import { PageFrame } from '../../parts/pageFrame.tsx';
import { Link, rewrite } from '../../router.tsx';
import { duration } from '../../words/figures.ts';
import { t, words } from '../../words/language.ts';
import { doorText, failureText } from '../../words/refusals.ts';
import { ClassBar } from './classBar.tsx';
import { scenarioOf } from './classWords.ts';
import { closedBy, followClass, heardAt, now, shown, unheard } from './consoleState.ts';
import { FormCards } from './formCards.tsx';
import { InviteCard } from './inviteCard.tsx';
import { PeopleCard } from './peopleCard.tsx';
import { RecordCard } from './recordCard.tsx';
import { RosterCard } from './rosterCard.tsx';
import { TableList } from './tableList.tsx';

const STALE_MS = 5000;

/** Whoever comes without the secret learns where it is. */
const Gate = ({ code, why }: { readonly code: string; readonly why: string }) => (
  <section class="narrow centred">
    <h1>{why === 'class.unknown' ? t('class.console', { code }) : t('class.gate.title')}</h1>
    <p>{doorText(why)}</p>
    {why === 'class.unknown' ? null : <p class="soft">{t('class.gate.body')}</p>}
    <Link to="/" class="button">
      {t('app.home')}
    </Link>
  </section>
);

/** Says that what is on the screen is old. */
const Stale = () => {
  const age = now.value - heardAt.value;
  return age < STALE_MS ? null : (
    <p class="failure" role="alert">
      {t('class.stale', { time: duration(age) })}
    </p>
  );
};

const Head = ({ view }: { readonly view: ConsoleView }) => {
  const { plan, phase, code } = view;
  const scenario = words(scenarioOf(plan.scenario).title);
  const pace =
    plan.timeControl === 'class'
      ? t('class.minutesRound', { count: plan.minutes })
      : t(`pace.${plan.timeControl}`);
  return (
    <header class="class-head">
      <div>
        <h1>{plan.title === '' ? t('class.console', { code }) : plan.title}</h1>
        <p class="soft">
          <b class={`chip ${phase}`}>{t(`class.phase.${phase}`)}</b>
          {plan.demo === null ? null : <b class="chip demo">{t('class.demo')}</b>}
          <span>
            {[plan.title === '' ? '' : t('class.console', { code }), scenario, pace, t(`press.${plan.press}`)]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </p>
      </div>
      <ClassBar view={view} />
    </header>
  );
};

const Console = ({ view }: { readonly view: ConsoleView }) => {
  const isGathering = view.phase === 'gathering';
  const invite = view.plan.demo === null && view.phase !== 'closed' ? <InviteCard view={view} /> : null;
  const roster = view.roster.length > 0 ? <RosterCard view={view} /> : null;
  return (
    <div class="console">
      <Head view={view} />
      <Stale />
      {isGathering ? (
        <div class="gather">
          {invite}
          <div class="gathered">
            <PeopleCard view={view} />
            {roster}
            <TableList view={view} />
          </div>
        </div>
      ) : (
        <>
          <TableList view={view} />
          <div class="console-cards">
            {view.plan.demo === null ? <PeopleCard view={view} /> : null}
            <RecordCard view={view} />
            <FormCards view={view} />
            {invite}
            {roster}
          </div>
        </>
      )}
    </div>
  );
};

/** The console of a class: everything at a glance, every act within reach. */
export const ConsolePage = ({ code }: { readonly code: string }) => {
  useEffect(() => {
    let stop: (() => void) | null = null;
    const open = (): void => {
      // The secret leaves the address bar, which may be on a projector.
      const secret = location.hash.slice(1);
      if (secret !== '') rewrite(`/class/${code}`);
      stop?.();
      stop = followClass(code, secret === '' ? null : secret);
    };
    open();
    // The own link, opened where the console is shut, loads no new page.
    addEventListener('hashchange', open);
    return () => {
      removeEventListener('hashchange', open);
      stop?.();
    };
  }, [code]);
  const view = shown.value;
  if (closedBy.value !== null)
    return (
      <PageFrame>
        <Gate code={code} why={closedBy.value} />
      </PageFrame>
    );
  return (
    <PageFrame>
      {view === null ? (
        <p class="soft" role="status">
          {unheard.value === null ? t('app.loading') : failureText(unheard.value)}
        </p>
      ) : (
        <Console view={view} />
      )}
    </PageFrame>
  );
};

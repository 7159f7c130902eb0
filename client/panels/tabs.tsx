import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { draft } from '../composing.ts';
import { show, TABS, type Tab, tab } from '../deskState.ts';
import { isBlank } from '../drafts.ts';
import { Icon } from '../parts/icon.tsx';
import { moveAmongTabs } from '../parts/tabKeys.ts';
import type { Desk } from '../rules.ts';
import { past, record } from '../store.ts';
import { t } from '../words/language.ts';
import { ComposePanel } from './composePanel.tsx';
import { LogPanel } from './logPanel.tsx';
import { MandatePanel } from './mandatePanel.tsx';
import { OffersPanel, sortOffers } from './offersPanel.tsx';
import { TalkPanel } from './talkPanel.tsx';

const PANELS: Readonly<Record<Tab, ComponentType<{ readonly at: Desk }>>> = {
  offers: OffersPanel,
  compose: ComposePanel,
  talk: TalkPanel,
  mandate: MandatePanel,
  log: LogPanel,
};

/** How many messages of others had been spoken when the talk was last in front. */
const heard = signal(0);

const spokenByOthers = (at: Desk): number =>
  record.value.filter(({ event }) => event.kind === 'messageSpoken' && event.by !== at.own?.seat).length;

const countOf = (at: Desk, one: Tab): number => {
  if (one === 'offers') return sortOffers(at).incoming.length;
  if (one === 'talk') return Math.max(0, spokenByOthers(at) - heard.value);
  const isComposing = one === 'compose' && at.view.phase !== 'ended' && !isBlank(draft.value);
  return isComposing ? draft.value.clauses.length : 0;
};

const useHearing = (at: Desk): void => {
  const spoken = spokenByOthers(at);
  const isTalking = tab.value === 'talk';
  useEffect(() => {
    if (isTalking || spoken < heard.value) heard.value = spoken;
  }, [isTalking, spoken]);
};

const TabButton = ({ at, one }: { readonly at: Desk; readonly one: Tab }) => {
  const count = countOf(at, one);
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${one}`}
      aria-selected={tab.value === one}
      aria-controls="panel"
      tabIndex={tab.value === one ? 0 : -1}
      onClick={() => show(one)}
    >
      <Icon name={one} />
      <span>{t(`tab.${one}`)}</span>
      {count === 0 ? null : (
        <b class="count">
          {count}
          <span class="unseen"> {t('tab.new', { count })}</span>
        </b>
      )}
    </button>
  );
};

const isUseful = (at: Desk, one: Tab): boolean => {
  if (one === 'compose') return at.own !== null && past.value === null;
  return one !== 'talk' || at.view.setup.press !== 'none';
};

/** The list of panels, in the side column or at the foot of a phone. */
export const TabBar = ({ at }: { readonly at: Desk }) => {
  useHearing(at);
  return (
    <div class="tab-bar" role="tablist" aria-label={t('table.panels')} onKeyDown={moveAmongTabs}>
      {TABS.filter((one) => isUseful(at, one)).map((one) => (
        <TabButton key={one} at={at} one={one} />
      ))}
    </div>
  );
};

/** The panel in front. */
export const FrontPanel = ({ at }: { readonly at: Desk }) => {
  const Panel = PANELS[tab.value];
  return (
    <div class="front-panel" id="panel" role="tabpanel" aria-labelledby={`tab-${tab.value}`}>
      <Panel at={at} />
    </div>
  );
};

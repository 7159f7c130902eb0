import { useSignal } from '@preact/signals';
import type { ConsoleView } from '../../../server/classes/protocol.ts';
import { Download } from '../../parts/download.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ask } from '../../parts/question.tsx';
import { Link } from '../../router.tsx';
import { t } from '../../words/language.ts';
import { peopleText, tablesText } from './classWords.ts';
import { act, deleteAll } from './consoleState.ts';
import { MessageDialog } from './messageDialog.tsx';
import { NewsDialog } from './newsDialog.tsx';

const MINUTE_MS = 60_000;
const ALL = 'all' as const;

const begin = ({ members, tables }: ConsoleView): void =>
  ask(() => ({
    title: t('class.beginConfirm.title'),
    body: (
      <p>
        {t('class.beginConfirm.body', {
          people: peopleText(members.length),
          tables: tablesText(tables.length),
        })}
      </p>
    ),
    action: t('class.begin'),
    run: () => void act({ type: 'begin' }),
  }));

const advance = (): void =>
  ask(() => ({
    title: t('class.advanceConfirm.title'),
    body: <p class="consequence">{t('class.advanceConfirm.all')}</p>,
    action: t('class.act.advance'),
    run: () => void act({ type: 'advance', tables: ALL }),
  }));

const openMandates = (): void =>
  ask(() => ({
    title: t('class.mandatesConfirm.title'),
    body: <p class="consequence">{t('class.mandatesConfirm.body')}</p>,
    action: t('class.act.openMandates'),
    run: () => void act({ type: 'openMandates', tables: ALL }),
  }));

const close = (): void =>
  ask(() => ({
    title: t('class.closeConfirm.title'),
    body: <p class="consequence">{t('class.closeConfirm.body')}</p>,
    action: t('class.act.close'),
    tone: 'danger',
    run: () => void act({ type: 'close' }),
  }));

const erase = (code: string): void =>
  ask(() => ({
    title: t('class.deleteConfirm.title', { code }),
    body: <p class="consequence">{t('class.deleteConfirm.body')}</p>,
    action: t('class.delete'),
    tone: 'danger',
    run: () => void deleteAll(code),
  }));

/** What can be done to all tables while they play. */
const RunningActs = ({ view }: { readonly view: ConsoleView }) => {
  const dialog = useSignal<'message' | 'news' | null>(null);
  const playing = view.tables.filter(({ phase }) => phase !== 'ended');
  const isStopped = playing.length > 0 && playing.every(({ isPaused }) => isPaused);
  const shut = (): void => {
    dialog.value = null;
  };
  return (
    <>
      {playing.length === 0 ? null : (
        <>
          {isStopped ? (
            <button type="button" class="gold" onClick={() => void act({ type: 'release', tables: ALL })}>
              <Icon name="play" size={16} /> {t('class.act.release')}
            </button>
          ) : (
            <button
              type="button"
              class="gold"
              onClick={() => void act({ type: 'pause', tables: ALL, text: '' })}
            >
              <Icon name="pause" size={16} /> {t('class.act.pause')}
            </button>
          )}
          {[1, 5].map((minutes) => (
            <button
              key={minutes}
              type="button"
              onClick={() => void act({ type: 'extend', tables: ALL, ms: minutes * MINUTE_MS })}
            >
              {t('class.act.extend', { minutes })}
            </button>
          ))}
          <button type="button" onClick={advance}>
            {t('class.act.advance')}
          </button>
          <button
            type="button"
            onClick={() => {
              dialog.value = 'news';
            }}
          >
            <Icon name="news" size={16} /> {t('class.act.inject')}
          </button>
        </>
      )}
      <button
        type="button"
        onClick={() => {
          dialog.value = 'message';
        }}
      >
        <Icon name="talk" size={16} /> {t('class.act.message')}
      </button>
      {dialog.value === 'message' ? (
        <MessageDialog tables={ALL} canPause={!isStopped && playing.length > 0} onClose={shut} />
      ) : null}
      {dialog.value === 'news' ? <NewsDialog rows={playing} tables={ALL} onClose={shut} /> : null}
    </>
  );
};

const canOpen = ({ tables }: ConsoleView): boolean =>
  tables.some(({ phase, isOpened }) => phase === 'ended' && !isOpened);

/** The acts upon the whole class. */
export const ClassBar = ({ view }: { readonly view: ConsoleView }) => {
  const { phase, members, code, tables } = view;
  return (
    <div class="class-bar" role="toolbar" aria-label={t('class.all')}>
      {phase === 'gathering' ? (
        <button type="button" class="gold" disabled={members.length === 0} onClick={() => begin(view)}>
          <Icon name="play" size={16} /> {t('class.begin')}
        </button>
      ) : null}
      {phase === 'running' ? <RunningActs view={view} /> : null}
      {canOpen(view) ? (
        <button type="button" onClick={openMandates}>
          <Icon name="eye" size={16} /> {t('class.act.openMandates')}
        </button>
      ) : null}
      {tables.some((row) => row.phase === 'ended') ? (
        <Link
          to={`/class/${code}/debrief`}
          class={tables.every((row) => row.phase === 'ended') ? 'button gold' : 'button'}
        >
          {t('class.debriefAll')}
        </Link>
      ) : null}
      {tables.some((row) => row.phase === 'ended') && view.plan.demo === null ? (
        <Download of={{ kind: 'classes', code }} />
      ) : null}
      {phase === 'closed' ? null : (
        <button type="button" class="quiet refuse" onClick={close}>
          {t('class.act.close')}
        </button>
      )}
      {phase === 'running' ? null : (
        <button type="button" class="quiet refuse" onClick={() => erase(code)}>
          {t('class.delete')}
        </button>
      )}
    </div>
  );
};

import { useSignal } from '@preact/signals';
import type { Playback } from '../../../shared/debrief/playback.ts';
import { Failure } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageFrame } from '../../parts/pageFrame.tsx';
import { t } from '../../words/language.ts';
import { type Game, gamesIn } from './logFile.ts';

type GamesProps = { readonly games: readonly Game[]; readonly onOpen: (game: Game) => void };

/** The games of a file that holds several. */
const Games = ({ games, onOpen }: GamesProps) =>
  games.length === 0 ? null : (
    <section class="file-games" aria-labelledby="games-title">
      <h2 id="games-title">{t('replay.file.games', { games: games.length })}</h2>
      <ul>
        {games.map((game) => (
          <li key={game.id}>
            <button type="button" onClick={() => onOpen(game)}>
              <Icon name="play" size={16} /> {t('replay.file.game', { id: game.id ?? '' })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );

/** Asks for a log from this computer, by the file chooser or dropped. It never leaves the browser. */
export const LogPicker = ({ onPlayback }: { readonly onPlayback: (playback: Playback) => void }) => {
  const failure = useSignal<string | null>(null);
  const isOver = useSignal(false);
  const name = useSignal('');
  const games = useSignal<readonly Game[]>([]);
  const fail = (why: string): void => {
    failure.value = t('replay.file.bad', { file: name.value, why });
  };
  const open = (game: Game): void => {
    const opened = game.open();
    if ('why' in opened) fail(opened.why);
    else onPlayback(opened);
  };
  const take = async (file: File | undefined): Promise<void> => {
    isOver.value = false;
    if (file === undefined) return;
    const found = await gamesIn(file);
    name.value = file.name;
    games.value = [];
    if ('why' in found) fail(found.why);
    else if (found.length === 1 && found[0] !== undefined) open(found[0]);
    else {
      failure.value = null;
      games.value = found;
    }
  };
  return (
    <PageFrame>
      <section class="narrow centred">
        <h1>{t('replay.file.title')}</h1>
        <p>{t('replay.file.about')}</p>
        <label
          class={isOver.value ? 'drop over' : 'drop'}
          for="log-file"
          onDragOver={(event) => {
            event.preventDefault();
            isOver.value = true;
          }}
          onDragLeave={() => {
            isOver.value = false;
          }}
          onDrop={(event) => {
            event.preventDefault();
            void take(event.dataTransfer?.files[0]);
          }}
        >
          <b>{t('replay.file.choose')}</b>
          <input
            id="log-file"
            type="file"
            accept=".jsonl,.json,.ndjson,.log,.txt,.zip"
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </label>
        <Failure text={failure.value} />
        <Games games={games.value} onOpen={open} />
      </section>
    </PageFrame>
  );
};

import { LoadedClass } from './pages/class/loadedClass.tsx';
import { HomePage } from './pages/homePage.tsx';
import { LoadedDebrief, LoadedReplay } from './pages/loadedRetrospect.tsx';
import { LoadedTable } from './pages/loadedTable.tsx';
import { NewTablePage } from './pages/newTablePage.tsx';
import { NotFoundPage } from './pages/notFoundPage.tsx';
import { QuestionHost } from './parts/question.tsx';
import { Toasts } from './parts/toasts.tsx';
import { path } from './router.tsx';

// Codes are letters and figures; anything else is no table.
const TABLE_PATH = /^\/t\/([A-Za-z0-9-]{1,20})\/?$/;

const CLASS_PATH = /^\/class\/([A-Za-z0-9-]{1,20})(\/projector)?\/?$/;
const JOIN_PATH = /^\/join\/([A-Za-z0-9-]{1,20})\/?$/;
const DEBRIEF_PATH = /^\/debrief\/([A-Za-z0-9-]{1,20})\/?$/;
const REPLAY_PATH = /^\/replay(?:\/([A-Za-z0-9-]{1,20}))?\/?$/;

const Page = () => {
  const here = path.value;
  const table = TABLE_PATH.exec(here);
  if (table !== null) return <LoadedTable code={table[1].toUpperCase()} />;
  const held = CLASS_PATH.exec(here);
  if (held !== null)
    return <LoadedClass page={held[2] ? 'projector' : 'console'} code={held[1].toUpperCase()} />;
  const joined = JOIN_PATH.exec(here);
  if (joined !== null) return <LoadedClass page="join" code={joined[1].toUpperCase()} />;
  if (here === '/class') return <LoadedClass page="new" />;
  const debrief = DEBRIEF_PATH.exec(here);
  if (debrief !== null) return <LoadedDebrief code={debrief[1].toUpperCase()} />;
  const replay = REPLAY_PATH.exec(here);
  if (replay !== null) return <LoadedReplay code={(replay[1] ?? '').toUpperCase()} />;
  if (here === '/') return <HomePage />;
  if (here === '/new') return <NewTablePage />;
  return <NotFoundPage />;
};

/** The whole client. */
export const App = () => (
  <>
    <Page />
    <QuestionHost />
    <Toasts />
  </>
);

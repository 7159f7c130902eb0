import { LoadedClass } from './pages/class/loadedClass.tsx';
import { HomePage } from './pages/homePage.tsx';
import { LoadedClassDebrief, LoadedDebrief } from './pages/loadedRetrospect.tsx';
import { LoadedTable } from './pages/loadedTable.tsx';
import { NewTablePage } from './pages/newTablePage.tsx';
import { NotFoundPage } from './pages/notFoundPage.tsx';
import { QuestionHost } from './parts/question.tsx';
import { Toasts } from './parts/toasts.tsx';
import { path } from './router.tsx';

// Codes are letters and figures; anything else is no table.
const TABLE_PATH = /^\/t\/([A-Za-z0-9-]{1,20})\/?$/;

const DEBRIEF_PATH = /^\/debrief\/([A-Za-z0-9-]{1,20})\/?$/;
const CLASS_PATH = /^\/class\/([A-Za-z0-9-]{1,20})(\/projector)?\/?$/;
const CLASS_DEBRIEF_PATH = /^\/class\/([A-Za-z0-9-]{1,20})\/debrief\/?$/;
const JOIN_PATH = /^\/join\/([A-Za-z0-9-]{1,20})\/?$/;

const Page = () => {
  const here = path.value;
  const table = TABLE_PATH.exec(here);
  if (table !== null) return <LoadedTable code={table[1].toUpperCase()} />;
  const debrief = DEBRIEF_PATH.exec(here);
  if (debrief !== null) return <LoadedDebrief code={debrief[1].toUpperCase()} />;
  const compared = CLASS_DEBRIEF_PATH.exec(here);
  if (compared !== null) return <LoadedClassDebrief code={compared[1].toUpperCase()} />;
  const held = CLASS_PATH.exec(here);
  if (held !== null)
    return <LoadedClass page={held[2] ? 'projector' : 'console'} code={held[1].toUpperCase()} />;
  const joined = JOIN_PATH.exec(here);
  if (joined !== null) return <LoadedClass page="join" code={joined[1].toUpperCase()} />;
  if (here === '/class') return <LoadedClass page="new" />;
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

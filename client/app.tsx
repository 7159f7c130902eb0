import { HomePage } from './pages/homePage.tsx';
import { LoadedTable } from './pages/loadedTable.tsx';
import { NewTablePage } from './pages/newTablePage.tsx';
import { NotFoundPage } from './pages/notFoundPage.tsx';
import { QuestionHost } from './parts/question.tsx';
import { Toasts } from './parts/toasts.tsx';
import { path } from './router.tsx';

const TABLE_PATH = /^\/t\/([^/]+)\/?$/;

const Page = () => {
  const here = path.value;
  const table = TABLE_PATH.exec(here);
  if (table !== null) return <LoadedTable code={decodeURIComponent(table[1]).toUpperCase()} />;
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

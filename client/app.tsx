import { HomePage } from './pages/homePage.tsx';
import { LoadedLesson, LoadedTable } from './pages/loadedTable.tsx';
import { NewTablePage } from './pages/newTablePage.tsx';
import { NotFoundPage } from './pages/notFoundPage.tsx';
import { QuestionHost } from './parts/question.tsx';
import { Toasts } from './parts/toasts.tsx';
import { UpdatePrompt } from './parts/updatePrompt.tsx';
import { path } from './router.tsx';

// Codes are letters and figures; anything else is no table.
const TABLE_PATH = /^\/t\/([A-Za-z0-9-]{1,20})\/?$/;

const LESSON_PATH = /^\/learn(?:\/(\d))?\/?$/;

const Page = () => {
  const here = path.value;
  const table = TABLE_PATH.exec(here);
  if (table !== null) return <LoadedTable key={table[1]} code={table[1].toUpperCase()} />;
  const lesson = LESSON_PATH.exec(here);
  if (lesson !== null) return <LoadedLesson step={lesson[1] ?? null} />;
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
    <UpdatePrompt />
  </>
);

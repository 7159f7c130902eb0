import type { VNode } from 'preact';
import { LoadedClass } from './pages/class/loadedClass.tsx';
import { HomePage } from './pages/homePage.tsx';
import { LoadedDaily } from './pages/loadedDaily.tsx';
import { LoadedClassDebrief, LoadedDebrief, LoadedReplay } from './pages/loadedRetrospect.tsx';
import { LoadedLesson, LoadedTable } from './pages/loadedTable.tsx';
import { NewTablePage } from './pages/newTablePage.tsx';
import { NotFoundPage } from './pages/notFoundPage.tsx';
import { HelpHost } from './parts/helpHost.tsx';
import { QuestionHost } from './parts/question.tsx';
import { Toasts } from './parts/toasts.tsx';
import { UpdatePrompt } from './parts/updatePrompt.tsx';
import { path } from './router.tsx';

type Route = { readonly at: RegExp; readonly page: (code: string) => VNode };

/** Every address of the game. Codes are letters and figures (local tables' have a hyphen), whatever their case. */
const ROUTES: readonly Route[] = [
  { at: /^\/$/, page: () => <HomePage /> },
  { at: /^\/new$/, page: () => <NewTablePage /> },
  { at: /^\/daily(?:\/(\d{4}-\d{2}-\d{2}))?$/, page: (day) => <LoadedDaily day={day} /> },
  { at: /^\/learn(?:\/(\d))?$/, page: (step) => <LoadedLesson step={step || null} /> },
  { at: /^\/t\/([a-z\d-]{1,20})$/i, page: (code) => <LoadedTable key={code} code={code} /> },
  { at: /^\/debrief\/([a-z\d-]{1,20})$/i, page: (code) => <LoadedDebrief code={code} /> },
  { at: /^\/replay(?:\/([a-z\d-]{1,20}))?$/i, page: (code) => <LoadedReplay key={code} code={code} /> },
  { at: /^\/class$/, page: () => <LoadedClass page="new" /> },
  { at: /^\/class\/([a-z\d-]{1,20})$/i, page: (code) => <LoadedClass page="console" code={code} /> },
  {
    at: /^\/class\/([a-z\d-]{1,20})\/projector$/i,
    page: (code) => <LoadedClass page="projector" code={code} />,
  },
  { at: /^\/class\/([a-z\d-]{1,20})\/debrief$/i, page: (code) => <LoadedClassDebrief code={code} /> },
  { at: /^\/join\/([a-z\d-]{1,20})$/i, page: (code) => <LoadedClass page="join" code={code} /> },
];

const Page = () => {
  const here = path.value.replace(/(.)\/$/, '$1');
  for (const { at, page } of ROUTES) {
    const match = at.exec(here);
    if (match !== null) return page((match[1] ?? '').toUpperCase());
  }
  return <NotFoundPage />;
};

/** The whole client. */
export const App = () => (
  <>
    <Page />
    <QuestionHost />
    <HelpHost />
    <Toasts />
    <UpdatePrompt />
  </>
);

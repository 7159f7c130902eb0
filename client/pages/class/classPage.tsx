import '../../styles/class.css';
import { ConsolePage } from './consolePage.tsx';
import { JoinPage } from './joinPage.tsx';
import { NewClassPage } from './newClassPage.tsx';
import { ProjectorPage } from './projectorPage.tsx';

/** Which of the pages of a class is meant. */
export type ClassPageProps =
  | { readonly page: 'new' }
  | { readonly page: 'console' | 'projector' | 'join'; readonly code: string };

/** A page of a class: the form for a new one, its console, what is projected, where its people join. */
export const ClassPage = (props: ClassPageProps) => {
  if (props.page === 'new') return <NewClassPage />;
  if (props.page === 'console') return <ConsolePage key={props.code} code={props.code} />;
  if (props.page === 'projector') return <ProjectorPage key={props.code} code={props.code} />;
  return <JoinPage key={props.code} code={props.code} />;
};

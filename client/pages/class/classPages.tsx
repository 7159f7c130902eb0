import '../../styles/class.css';

export { ConsolePage } from './consolePage.tsx';
export { JoinPage } from './joinPage.tsx';
export { NewClassPage } from './newClassPage.tsx';
export { ProjectorPage } from './projectorPage.tsx';

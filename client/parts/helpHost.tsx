import { lazyPage } from '../pages/lazyPage.tsx';
import { isHelpOpen } from '../shortcuts.ts';

const help = lazyPage(() => import('../panels/help/helpDialog.tsx').then(({ HelpDialog }) => HelpDialog));

/** Where the help appears; once per page, fetched when somebody asks for it. */
export const HelpHost = () => (isHelpOpen.value ? <help.Loaded /> : null);

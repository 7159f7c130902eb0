import { t } from '../../words/language.ts';
import { doorText } from '../../words/refusals.ts';
import { JoinByCode } from './joinByCode.tsx';

const UNKNOWN = ['table.unknown', 'class.unknown'];

/** Why a code opens nothing, and a field for another one. `why`: a code of `error.*`; null: it is being looked for. */
export const WrongCode = ({ why }: { readonly why: string | null }) =>
  why === null ? (
    <p class="soft" role="status">
      {t('app.loading')}
    </p>
  ) : (
    <>
      <p role="alert">{doorText(why)}</p>
      {UNKNOWN.includes(why) ? <JoinByCode /> : null}
    </>
  );

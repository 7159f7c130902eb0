import type { ConsoleView } from '../../../server/classes/protocol.ts';
import { CopyField } from '../../parts/copyField.tsx';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../words/language.ts';
import { isLocalOnly, joinAddress, ownAddress } from './classLinks.ts';
import { QrCode } from './qrCode.tsx';

/** How people come in: the code for all of them, and the facilitator's own way back. */
export const InviteCard = ({ view }: { readonly view: ConsoleView }) => {
  const { code, roster } = view;
  const own = ownAddress(code);
  const address = joinAddress(code);
  return (
    <section class="card class-card invite-card" aria-labelledby="invite-title">
      <h2 id="invite-title" class="unseen">
        {t('class.link.join')}
      </h2>
      {roster.length > 0 ? null : (
        <>
          <QrCode address={address} />
          <p class="big-code">{code}</p>
          <CopyField id="join-address" label={t('class.link.join')} text={address} />
          <a class="button" href={`/class/${code}/projector`} target="_blank" rel="noreferrer">
            <Icon name="table" size={16} /> {t('class.projector')}
          </a>
        </>
      )}
      <details>
        <summary>{t('class.play')}</summary>
        <p class="soft">{t('class.playHint')}</p>
        <a class="button" href={`/join/${code}`} target="_blank" rel="noreferrer">
          <Icon name="users" size={16} /> {t('class.playGo')}
        </a>
      </details>
      {isLocalOnly() ? <p class="why">{t('class.link.local')}</p> : null}
      {own === null ? null : (
        <details>
          <summary>{t('class.link.own')}</summary>
          <p class="soft">{t('class.link.ownHint')}</p>
          <CopyField id="own-address" label={t('class.link.own')} text={own} />
        </details>
      )}
    </section>
  );
};

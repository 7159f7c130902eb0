import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import '../../styles/card.css';
import { saveFile } from '../../charts/picture.ts';
import { CopyField } from '../../parts/copyField.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../words/language.ts';
import { type Card, type CardSource, cardOf, cardText } from './card.ts';
import { CARD_SIZE, paintCard } from './paintCard.ts';

/** What is shared, and where it can be seen; null: nowhere but in this browser. */
export type Shared = { readonly source: CardSource; readonly link: string | null };

type Drawn = { readonly card: Card; readonly picture: Blob; readonly address: string };

const useDrawn = (source: CardSource): Drawn | null => {
  const drawn = useSignal<Drawn | null>(null);
  useEffect(() => {
    const card = cardOf(source);
    let isGone = false;
    void paintCard(card).then((picture) => {
      if (picture !== null && !isGone) drawn.value = { card, picture, address: URL.createObjectURL(picture) };
    });
    return () => {
      isGone = true;
      if (drawn.value !== null) URL.revokeObjectURL(drawn.value.address);
    };
  }, [source]);
  return drawn.value;
};

const nameOf = ({ code }: Card): string => `between-giants${code === '' ? '' : `-${code}`}.png`;

const canCopyPicture = (): boolean =>
  typeof ClipboardItem === 'function' && navigator.clipboard?.write !== undefined;

const CopyPicture = ({ picture }: { readonly picture: Blob }) => {
  const isCopied = useSignal(false);
  const copy = (): void => {
    navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]).then(
      () => {
        isCopied.value = true;
      },
      () => undefined,
    );
  };
  return (
    <button type="button" onClick={copy}>
      <Icon name={isCopied.value ? 'check' : 'copy'} size={16} />{' '}
      {isCopied.value ? t('app.copied') : t('card.copyPicture')}
    </button>
  );
};

/** The device's own way of passing things on, with the picture where it takes pictures. */
const passOn = async ({ card, picture }: Drawn, link: string | null): Promise<void> => {
  const { name, score } = card;
  const text = score === null ? name : t('card.text', { seat: name, score, app: t('app.title') });
  const files = [new File([picture], nameOf(card), { type: 'image/png' })];
  const words = { title: t('app.title'), text, ...(link === null ? {} : { url: link }) };
  const whole = { ...words, files };
  // Who closes the device's sheet has said no, which is no failure.
  await navigator.share(navigator.canShare?.(whole) ? whole : words).catch(() => undefined);
};

const Ways = ({ drawn, link }: { readonly drawn: Drawn; readonly link: string | null }) => (
  <div class="row middle card-ways">
    {navigator.share === undefined ? null : (
      <button type="button" class="gold" onClick={() => void passOn(drawn, link)}>
        <Icon name="send" size={16} /> {t('card.share')}
      </button>
    )}
    <button type="button" onClick={() => saveFile(nameOf(drawn.card), drawn.picture)}>
      <Icon name="download" size={16} /> {t('card.save')}
    </button>
    {canCopyPicture() ? <CopyPicture picture={drawn.picture} /> : null}
  </div>
);

/** A result to pass on: its picture, and a link. Without clipboard or share sheet (plain http) there is still the file and the text. */
export const CardDialog = ({
  shared,
  onClose,
}: {
  readonly shared: Shared;
  readonly onClose: () => void;
}) => {
  const { source, link } = shared;
  const drawn = useDrawn(source);
  return (
    <Dialog title={t('card.open')} onClose={onClose} wide>
      <div class="result-card">
        {drawn === null ? (
          <p class="loading" role="status">
            {t('app.loading')}
          </p>
        ) : (
          <img src={drawn.address} alt={cardText(drawn.card)} {...CARD_SIZE} />
        )}
        {drawn === null ? null : <Ways drawn={drawn} link={link} />}
        {link === null ? null : <CopyField id="card-link" label={t('card.link')} text={link} />}
      </div>
    </Dialog>
  );
};

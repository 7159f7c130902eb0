import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { lastTable } from '../identity.ts';
import { Seal } from '../parts/flag.tsx';
import { Icon } from '../parts/icon.tsx';
import { PageFrame } from '../parts/pageFrame.tsx';
import { Link, query } from '../router.tsx';
import { t } from '../words/language.ts';
import { AloneChoice } from './home/aloneChoice.tsx';
import { DeleteMe } from './home/deleteMe.tsx';
import { JoinByCode } from './home/joinByCode.tsx';
import { Living } from './home/living.tsx';
import { NameField } from './home/nameField.tsx';
import { OpenTables } from './home/openTables.tsx';
import { QuickMatch } from './home/quickMatch.tsx';
import { loadTablePage } from './loadedTable.tsx';

const Hero = () => (
  <div class="hero">
    <h1 class="title">
      {t('app.titleFirst')} <em>{t('app.titleLast')}</em>
    </h1>
    <p class="tagline">{t('app.tagline')}</p>
    <p class="lead">{t('home.lead')}</p>
  </div>
);

const Facts = () => (
  <section class="facts" aria-labelledby="about">
    <h2 id="about">{t('home.whatTitle')}</h2>
    <ul class="three">
      <li class="seat-US">
        <Seal seat="US" size={44} />
        <p>{t('home.what1')}</p>
      </li>
      <li class="seat-KR">
        <Seal seat="KR" size={44} />
        <p>{t('home.what3')}</p>
      </li>
      <li class="seat-CN">
        <Seal seat="CN" size={44} />
        <p>{t('home.what2')}</p>
      </li>
    </ul>
    <ol class="three steps">
      <li>
        <h3>{t('home.how1')}</h3>
        <p>{t('home.how1Text')}</p>
      </li>
      <li>
        <h3>{t('home.how2')}</h3>
        <p>{t('home.how2Text')}</p>
      </li>
      <li>
        <h3>{t('home.how3')}</h3>
        <p>{t('home.how3Text')}</p>
      </li>
    </ol>
  </section>
);

const Welcome = ({ onAlone }: { readonly onAlone: () => void }) => {
  const last = lastTable();
  return (
    <>
      <section class="welcome">
        <Hero />
        <Living />
        <div class="start">
          <button type="button" class="gold big" onClick={onAlone}>
            <span>{t('home.alone')}</span>
            <small>{t('home.aloneHint')}</small>
          </button>
          <Link to="/learn" class="button big">
            <span>{t('home.learn')}</span>
            <small>{t('home.learnHint')}</small>
          </Link>
          <Link to="/daily" class="button big">
            <span>{t('home.daily')}</span>
            <small>{t('home.dailyHint')}</small>
          </Link>
          <QuickMatch />
          <Link to="/new" class="button big">
            <span>{t('home.new')}</span>
            <small>{t('home.newHint')}</small>
          </Link>
          {last === null ? null : (
            <Link to={`/t/${last}`} class="button slim resume">
              <Icon name="arrow" /> {t('home.resume')} <b>{last}</b>
            </Link>
          )}
          <NameField />
          <DeleteMe />
        </div>
        <p class="soft">
          {t('class.hostLead')} <Link to="/class">{t('class.host')}</Link>
        </p>
      </section>
      <section class="doors">
        <JoinByCode />
        <OpenTables />
      </section>
      <Facts />
    </>
  );
};

/** The first page: a name, and three ways to a table. */
export const HomePage = () => {
  const isAlone = useSignal(query.value.has('alone'));
  useEffect(() => {
    // The visitor reads for a while: the table can come meanwhile.
    void loadTablePage();
  }, []);
  return (
    <PageFrame>
      {isAlone.value ? (
        <AloneChoice
          onBack={() => {
            isAlone.value = false;
          }}
        />
      ) : (
        <Welcome
          onAlone={() => {
            isAlone.value = true;
          }}
        />
      )}
    </PageFrame>
  );
};

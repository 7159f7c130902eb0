import type { Event } from '#shared/engine/events';
import type { Occupant } from '#shared/engine/state';
import type { View } from '#shared/engine/view';
import type { Lever, Scenario } from '#shared/scenarios/schema';
import { othersOf, type Seat } from '#shared/seats';
import type { BoardEvent } from './event.ts';
import { gateLevel } from './leverHints.ts';
import type { Sheet } from './model.ts';
import { offerSheet, treatySheet } from './viewSheets.ts';

/** The view that an event led to and the one before it: at a round's end offers leave the view with their last event. */
export type Views = { readonly before: View | null; readonly after: View };

type Scene = Views & { readonly scenario: Scenario };

const offerOf = ({ before, after }: Scene, id: string): Sheet | null => {
  const offer = [...after.offers, ...(before?.offers ?? [])].find((other) => other.id === id);
  return offer ? offerSheet(offer, after) : null;
};

const treatyOf = ({ after }: Scene, id: string): Sheet | null => {
  const treaty = after.treaties.find((other) => other.id === id);
  return treaty ? treatySheet(treaty, after) : null;
};

/** The event about a sheet; none when the viewer's views don't hold it. */
const about = (sheet: Sheet | null, eventOf: (sheet: Sheet) => BoardEvent): readonly BoardEvent[] =>
  sheet ? [eventOf(sheet)] : [];

/** A new sheet flies in; a counter comes as a turned page. */
const tabling = (sheet: Sheet, isCounter: boolean): BoardEvent =>
  isCounter ? { kind: 'countered', sheet, by: sheet.from } : { kind: 'tabled', sheet };

const heardBy = (by: Seat, to: Seat | 'all'): readonly Seat[] => (to === 'all' ? othersOf(by) : [to]);

/** A lever went from one level to another: its wall or gate moves, or a light goes to whom it concerns. */
const moved = (
  { scenario }: Scene,
  id: string,
  levels: { readonly from: number; readonly to: number },
  isAgreed: boolean,
): readonly BoardEvent[] => {
  const lever = scenario.levers.find((other) => other.id === id);
  if (!lever || levels.from === levels.to) return [];
  return [wallMove(lever, levels) ?? gateMove(lever, levels) ?? lightMove(lever, levels, isAgreed)];
};

type Levels = { readonly from: number; readonly to: number };

const wallMove = (lever: Lever, { from, to }: Levels): BoardEvent | null => {
  if (lever.board?.kind !== 'wall') return null;
  const { of, against } = lever.board;
  const rateAt = (level: number): number => lever.levels[level].amount;
  return {
    kind: 'wallMoved',
    key: lever.id,
    importer: of,
    exporter: against,
    from: rateAt(from),
    to: rateAt(to),
  };
};

const gateMove = (lever: Lever, { from, to }: Levels): BoardEvent | null => {
  const [before, after] = [gateLevel(lever, from), gateLevel(lever, to)];
  if (!lever.board || before === null || after === null) return null;
  const { kind, of, against } = lever.board;
  if (kind !== 'controls' && kind !== 'rareEarths' && kind !== 'coercion' && kind !== 'farm') return null;
  return { kind: 'barrierMoved', key: lever.id, barrier: kind, of, against, from: before, to: after };
};

const lightMove = (lever: Lever, { from, to }: Levels, isAgreed: boolean): BoardEvent => {
  const by = lever.board?.of ?? lever.owners[0];
  const toward = lever.board?.against ?? othersOf(by)[0];
  return { kind: 'leverMoved', by, toward, isFriendly: isAgreed || to > from };
};

const occupied = (seat: Seat, occupant: Occupant): BoardEvent => {
  const isAbsent = occupant.kind === 'vacant' || (occupant.kind === 'person' && occupant.standIn !== null);
  return { kind: isAbsent ? 'seatLeft' : 'seatTaken', seat };
};

/** A sealed treaty's denunciation as outsiders see it: a letter among its parties is torn. Its parties saw the real one. */
const unveiled = ({ after }: Scene, by: Seat, parties: readonly Seat[]): readonly BoardEvent[] => {
  if (after.viewer === 'facilitator' || (parties as readonly string[]).includes(after.viewer)) return [];
  const sheet: Sheet = {
    id: '',
    from: by,
    parties,
    state: 'signed',
    sealed: true,
    mine: false,
    waits: false,
    ends: true,
  };
  return [{ kind: 'denounced', sheet, by }];
};

/**
 * What the board plays for an event of the game; nothing for those that are told in words alone.
 * A new kind of event is a type error until it is placed here.
 */
export const boardEvents = (event: Event, views: Views, scenario: Scenario): readonly BoardEvent[] => {
  const scene: Scene = { ...views, scenario };
  switch (event.kind) {
    case 'offerTabled':
      return [tabling(offerSheet(event.offer, views.after), event.offer.parent !== null)];
    case 'offerAccepted':
      return about(offerOf(scene, event.offer), (sheet) => ({ kind: 'accepted', sheet, by: event.by }));
    case 'acceptanceTakenBack':
      return about(offerOf(scene, event.offer), (sheet) => ({ kind: 'takenBack', sheet, by: event.by }));
    case 'offerDeclined':
      return about(offerOf(scene, event.offer), (sheet) => ({ kind: 'declined', sheet, by: event.by }));
    case 'offerWithdrawn':
      return about(offerOf(scene, event.offer), (sheet) => ({ kind: 'withdrawn', sheet }));
    case 'offerExpired':
      return about(offerOf(scene, event.offer), (sheet) => ({ kind: 'expired', sheet }));
    case 'offerUnratified':
      return about(offerOf(scene, event.offer), (sheet) => ({
        kind: 'unratified',
        sheet,
        refusedBy: event.refusedBy,
      }));
    case 'treatySigned':
      return [{ kind: 'signed', sheet: treatySheet(event.treaty, views.after) }];
    case 'treatyDenounced':
      return about(treatyOf(scene, event.treaty), (sheet) => ({ kind: 'denounced', sheet, by: event.by }));
    case 'sealedTreatyRevealed':
      return unveiled(scene, event.by, event.parties);
    case 'treatyFell':
      return about(treatyOf(scene, event.treaty), (sheet) => ({ kind: 'fallen', sheet }));
    case 'measureTaken':
      return moved(scene, event.lever, event, false);
    case 'leverMoved':
      return moved(scene, event.lever, event, event.cause === 'treaty');
    case 'messageSpoken': {
      const kind = event.pledge ? 'pledged' : 'spoken';
      return [{ kind, by: event.by, to: heardBy(event.by, event.to) }];
    }
    case 'pledgeJudged':
      return [{ kind: 'pledgeJudged', by: event.by, isKept: event.kept }];
    case 'newsRevealed':
      return [{ kind: 'newsRevealed' }];
    case 'seatsMet':
      return event.pairs.map((pair) => ({ kind: 'seatsMet', pair }));
    case 'economySolved':
      return [{ kind: 'roundResolved' }];
    case 'roundBegan':
      return [{ kind: 'roundBegan' }];
    case 'closingBegan':
      return [{ kind: 'closingBegan' }];
    case 'occupantChanged':
      return [occupied(event.seat, event.occupant)];
    case 'gameEnded':
      return [{ kind: 'gameEnded' }];
    // The counter itself is tabled, and that is what flies.
    case 'offerCountered':
    case 'tableOpened':
    case 'branched':
    case 'cardsDrawn':
    case 'mandateDrawn':
    case 'seatHeld':
    case 'gameStarted':
    case 'readySet':
    case 'paused':
    case 'releaseAsked':
    case 'resumed':
    case 'extended':
    case 'announced':
    case 'spendingSet':
    case 'legislatureVoted':
    case 'agendaOpened':
    case 'capitalChanged':
    case 'credibilityChanged':
    case 'penaltyBooked':
    case 'measureOrdered':
    case 'measureCancelled':
    case 'flowBooked':
    case 'moveExplained':
    case 'seatSettled':
    case 'mandatesOpened':
    case 'rematchCalled':
      return [];
  }
};

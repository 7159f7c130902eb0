/** Every way in which an action can be refused. Each has a sentence in every language (`text`, `refusal.*`). */
export const REFUSAL_CODES = [
  // the door
  'action.malformed',
  'action.unknown',
  'action.notYours',
  'action.tooFast',
  'action.otherTab',
  'action.otherTable',
  'unavailable',
  // phase and time
  'game.notStarted',
  'game.ended',
  'game.started',
  'game.paused',
  'game.notPaused',
  'game.closing',
  'pause.used',
  'pause.notNow',
  'pause.asked',
  'extend.noLimit',
  'tick.early',
  'seat.vacant',
  'seat.unknown',
  'seat.notAbsent',
  'start.seatsVacant',
  'news.unknown',
  'news.shown',
  'mandates.open',
  'mandates.notYet',
  // press
  'press.none',
  'press.publicOnly',
  'message.empty',
  'message.tooLong',
  'message.tooMany',
  'message.toSelf',
  'pledge.notYourLever',
  'pledge.unknownLevel',
  'pledge.round',
  // offers
  'offer.unknown',
  'offer.ended',
  'offer.notYours',
  'offer.notAddressed',
  'offer.own',
  'offer.parties',
  'offer.empty',
  'offer.tooManyClauses',
  'offer.incomplete',
  'offer.leverTwice',
  'offer.unknownLever',
  'offer.unknownLevel',
  'offer.measureOnly',
  'offer.start',
  'offer.ownerMissing',
  'offer.leverBound',
  'offer.offAgenda',
  'offer.agendaCost',
  'offer.noteTooLong',
  'offer.tooMany',
  'offer.tooManyOpen',
  'offer.coolDown',
  'offer.sealNeedsThird',
  'offer.sealCost',
  'offer.weakerSeal',
  'offer.accepted',
  'offer.notAccepted',
  'offer.wontRatify',
  'offer.spend',
  // measures
  'measure.none',
  'measure.unknownLever',
  'measure.unknownLevel',
  'measure.notYours',
  'measure.mutual',
  'measure.bound',
  'measure.same',
  'measure.twice',
  'measure.tooMany',
  'measure.cost',
  'measure.notOrdered',
  // treaties
  'treaty.unknown',
  'treaty.notYours',
  'treaty.fallen',
  'treaty.denounced',
  'denounce.none',
  'denounce.lastRound',
  'denounce.cost',
  'ready.same',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Why an action was refused: a code, and the figures or names that its sentence needs. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Makes a refusal. */
export const refuse = (code: RefusalCode, params: Refusal['params'] = {}): Refusal => ({ code, params });

/** Every way in which a request can be refused, and the HTTP status that goes with it. Sentences: text, `error.*`. */
export const ERROR_STATUS = {
  'request.malformed': 400,
  'request.tooLarge': 413,
  'request.tooFast': 429,
  'request.unknown': 404,
  'origin.foreign': 403,
  'guest.unknown': 401,
  'name.empty': 400,
  'name.tooLong': 400,
  'scenario.unknown': 400,
  'bot.unknown': 400,
  'mandate.unknown': 400,
  'seed.notSolo': 400,
  'table.unknown': 404,
  'table.started': 409,
  'table.ended': 409,
  'table.notYours': 403,
  'table.full': 409,
  'table.broken': 500,
  'table.foreignRules': 409,
  'table.foreignScenario': 409,
  'table.unfinished': 409,
  'table.mandatesSealed': 403,
  'table.notTheirs': 403,
  'branch.notInPlay': 409,
  'seat.unknown': 400,
  'seat.taken': 409,
  'class.unknown': 404,
  'class.notYours': 403,
  'class.rosterOnly': 403,
  'class.removed': 403,
  'class.notBegun': 409,
  'class.begun': 409,
  'class.closed': 409,
  'class.empty': 409,
  'class.full': 409,
  'class.demo': 409,
  'class.seatsDiffer': 400,
  'class.seatTaken': 409,
  'class.memberUnknown': 404,
  'class.moved': 409,
  'class.tableUnknown': 404,
  'client.notBuilt': 503,
  'server.full': 503,
  'server.closing': 503,
  'server.failed': 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** Why a request was refused: a code, and the figures or names that its sentence needs. */
export type Problem = {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Makes a problem. */
export const problem = (code: ErrorCode, params: Problem['params'] = {}): Problem => ({ code, params });

/** Tells a problem from what was asked for. */
export const isProblem = (found: object): found is Problem => 'code' in found && 'params' in found;

/**
 * Why a file is not a scenario that can be played, as a value; `params` say where.
 * - `scenario.shape`: it does not fit the schema (`path`, `issue`).
 * - `scenario.duplicate`: two parts of a kind have the same id (`kind`, `id`).
 * - `scenario.unknownLever`, `scenario.unknownComponent`, `scenario.unknownBloc`: a part (`in`) names what is not there (`id`).
 * - `scenario.level`: a lever's `pause` or `snapback` is not a level that it has.
 * - `scenario.tableSize`: values do not fit the levels (`in`, `expected`, `found`); `scenario.knots`: they do not ascend.
 * - `scenario.sameLever`: a table that names one lever twice.
 * - `scenario.seat`: a seat that does not take part (`in`, `seat`); `scenario.foreign`: a part of another seat (`in`, `id`).
 * - `scenario.noMandate`: a seat without one (`seat`).
 * - `scenario.blocShares`: a mandate's shares do not add up to 100 (`in`, `found`).
 * - `scenario.headline`: a goal met, or a red line broken, at snapback, or worth the wrong sign (`in`, `id`).
 * - `scenario.output`: a payoff of an economy that is not there, or a balance without a partner (`in`).
 * - `scenario.rules`: rules that contradict each other (`rule`).
 * - `scenario.economy`: the trade model refuses a wedge, or has no solution at pause or snapback (`reason`, ...).
 */
export type ScenarioError = {
  readonly code: `scenario.${
    | 'shape'
    | 'duplicate'
    | 'unknownLever'
    | 'unknownComponent'
    | 'unknownBloc'
    | 'level'
    | 'tableSize'
    | 'knots'
    | 'sameLever'
    | 'seat'
    | 'foreign'
    | 'noMandate'
    | 'blocShares'
    | 'headline'
    | 'output'
    | 'rules'
    | 'economy'}`;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Makes a refusal of a scenario. */
export const scenarioError = (
  fault: ScenarioError['code'] extends `scenario.${infer Fault}` ? Fault : never,
  params: ScenarioError['params'],
): ScenarioError => ({ code: `scenario.${fault}`, params });

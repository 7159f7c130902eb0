import * as z from 'zod/mini';

/** The most outcomes that a domain may have. */
export const MOST_OUTCOMES = 200_000;

const Name = z.string().check(z.minLength(1), z.maxLength(200));
const Choice = z.union([z.string().check(z.maxLength(200)), z.number()]);
const Worth = z.array(z.number().check(z.gte(0), z.lte(1))).check(z.maxLength(MOST_OUTCOMES));

/** A party to a domain: `values` rates every option of every issue 0..1; no agreement is worth `reserved`. */
const Party = z.object({
  weights: z.array(z.number().check(z.gte(0), z.lte(1000))),
  values: z.array(Worth),
  reserved: z.number().check(z.gte(-1e6), z.lte(1e6)),
});

/**
 * A negotiation as researchers publish them: issues, the options of each (`values`), and two to eight parties whose
 * utility for an outcome is the sum of weight x value over the issues. Other keys are left out.
 */
export const Domain = z.object({
  name: Name,
  issues: z.array(Name).check(z.minLength(1), z.maxLength(32)),
  values: z.array(z.array(Choice).check(z.minLength(1), z.maxLength(MOST_OUTCOMES))),
  parties: z.array(Party).check(z.minLength(2), z.maxLength(8)),
});

export type Domain = z.infer<typeof Domain>;

/**
 * Why something is not a domain, as a value.
 * - `domain.shape`: it does not fit the format (`path`, `issue`).
 * - `domain.issues`: options for more or fewer issues than there are (`expected`, `found`).
 * - `domain.weights`, `domain.values`: a party's (`party`, from 0) do not fit the issues, or one issue's (`issue`) its
 *   options (`expected`, `found`).
 * - `domain.tooLarge`: more than 200,000 outcomes (`outcomes`, `most`).
 */
export type DomainError = {
  readonly code: `domain.${'shape' | 'issues' | 'weights' | 'values' | 'tooLarge'}`;
  readonly params: Readonly<Record<string, string | number>>;
};

const misfit = (
  code: DomainError['code'],
  expected: number,
  found: number,
  where = {},
): DomainError | null => (expected === found ? null : { code, params: { ...where, expected, found } });

const partyFault = ({ issues, values, parties }: Domain, party: number): DomainError | null => {
  const { weights, values: worth } = parties[party] as Domain['parties'][number];
  const short =
    misfit('domain.weights', issues.length, weights.length, { party }) ??
    misfit('domain.values', issues.length, worth.length, { party });
  if (short !== null) return short;
  for (const [issue, options] of values.entries()) {
    const fault = misfit('domain.values', options.length, worth[issue].length, { party, issue });
    if (fault !== null) return fault;
  }
  return null;
};

const faultOf = (domain: Domain): DomainError | null => {
  const { issues, values, parties } = domain;
  const fault = misfit('domain.issues', issues.length, values.length);
  if (fault !== null) return fault;
  const outcomes = values.reduce((product, options) => product * options.length, 1);
  if (outcomes > MOST_OUTCOMES) return { code: 'domain.tooLarge', params: { outcomes, most: MOST_OUTCOMES } };
  for (const party of parties.keys()) {
    const wrong = partyFault(domain, party);
    if (wrong !== null) return wrong;
  }
  return null;
};

/** Reads arbitrary JSON as a domain. Never throws; the first fault comes back as a value. */
export const checkDomain = (json: unknown): { readonly domain: Domain } | { readonly error: DomainError } => {
  const read = Domain.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { error: { code: 'domain.shape', params: { path: issue.path.join('.'), issue: issue.code } } };
  }
  const error = faultOf(read.data);
  return error === null ? { domain: read.data } : { error };
};

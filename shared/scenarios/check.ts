import { openBook } from './book.ts';
import { type ScenarioError, scenarioError } from './scenarioError.ts';
import { Scenario } from './schema.ts';

/**
 * Reads arbitrary JSON as a scenario: shape first, then whether its parts fit each other and its economy can be solved.
 * Never throws; the first fault comes back as a value (see `ScenarioError`).
 */
export const checkScenario = (
  json: unknown,
): { readonly scenario: Scenario } | { readonly error: ScenarioError } => {
  const read = Scenario.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { error: scenarioError('shape', { path: issue.path.join('.'), issue: issue.code }) };
  }
  const book = openBook(read.data);
  return 'error' in book ? { error: book.error } : { scenario: read.data };
};

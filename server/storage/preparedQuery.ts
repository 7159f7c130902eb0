import type { CompiledQuery } from 'kysely';

/** The values of one run of a statement, by name. */
type Values = Readonly<Record<string, unknown>>;

/**
 * Builds a statement once, for many runs with other values: building one costs as much as deciding an action does. `build`
 * gets a mark in place of each value, and puts each where it belongs.
 */
export const preparedQuery = <V extends Values>(
  names: readonly (keyof V & string)[],
  build: (marks: V) => CompiledQuery,
): ((values: V) => CompiledQuery) => {
  const built = build(Object.fromEntries(names.map((name) => [name, name])) as V);
  const order = built.parameters as readonly (keyof V)[];
  return (values) => ({ ...built, parameters: order.map((name) => values[name]) });
};

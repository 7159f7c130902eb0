/**
 * The version of the rules, on record in every log. It is raised when the same log would fold to another state: the golden
 * logs of all versions up to this one fold to the states that they were recorded with.
 */
export const RULES_VERSION = 1;

/** What a table was opened under. A scenario's version is its own; that of the rules is `RULES_VERSION`. */
export type Versions = { readonly rules: number; readonly scenario: number };

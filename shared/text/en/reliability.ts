/** What goes wrong with records and room, in English. */
export const reliability = {
  'error.table.foreignRules':
    'This table was played under version {{version}} of the rules. This server knows those up to {{known}}.',
  'error.table.foreignScenario':
    'This table was played in version {{version}} of the scenario {{scenario}}. This server knows those up to {{known}}.',
  'error.server.full': 'The server is full: {{max}} tables at most. Try again later.',
};

/** What goes wrong with records and room, in English. */
export const reliability = {
  'error.table.foreignRules':
    'This table was played under version {{version}} of the rules. This server knows those up to {{known}}.',
  'error.table.foreignScenario':
    'This table was played in version {{version}} of the scenario {{scenario}}. This server knows those up to {{known}}.',
  'error.server.full': 'The server is full: {{max}} tables at most. Try again later.',
  'still.title': 'Are you still there?',
  'still.body':
    'The others are ready and wait for you. Any press or key is an answer. Without one, a bot plays for you until you are back.',
  'still.left': 'Time left to answer',
  'still.here': 'I am here',
  'still.tab': '{{time}} – still there?',
  'seat.idle': 'idle',
  'seat.gone': 'not connected',
};

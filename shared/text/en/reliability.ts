/** What goes wrong with records and room, in English. */
export const reliability = {
  'error.server.full': 'The server is full: {{max}} tables at most. Try again later.',
};

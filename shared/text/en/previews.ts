/** What a link says of itself where it is pasted; for the server alone. */
export const previews = {
  'preview.title': 'Between Giants',
  'preview.about':
    'Ninety days, three capitals, one table: a negotiation game about tariffs, chips and investment.',
  'preview.table': 'Table {{code}} · Between Giants',
  'preview.tableAbout':
    'Take a seat for Washington, Seoul or Beijing, or watch: ninety days to agree on tariffs, chips and investment.',
  'preview.replay': 'Replay of table {{code}} · Between Giants',
  'preview.replayAbout':
    'How the talks went, step by step: offers, treaties, and what could have been agreed.',
  'preview.daily': 'Today’s table, {{day}} · Between Giants',
  'preview.dailyAbout':
    'The same seat, the same secret draw, the same two bots for everybody. How well do you negotiate?',
} as const;

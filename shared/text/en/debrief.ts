/** Looking back on finished tables: replay and debrief. */
export const debrief = {
  'error.table.unfinished': 'This game is still going on. It can be looked back on once it has ended.',
  'error.table.mandatesSealed': 'The mandates of this table are still sealed. Its facilitator opens them.',
  'error.table.notTheirs': 'Only those who sat at this table, or were given its link, can look back on it.',
} as const;

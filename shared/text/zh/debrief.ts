/** Looking back on finished tables: replay and debrief. */
export const debrief = {
  'error.table.unfinished': '本局仍在进行，结束后方可复盘。',
  'error.table.mandatesSealed': '本局训令尚未公开，由主持人公布。',
  'error.table.notTheirs': '只有本局参与者或持有链接的人才能复盘。',
} as const;

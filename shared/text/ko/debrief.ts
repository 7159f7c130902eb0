/** Looking back on finished tables: replay and debrief. */
export const debrief = {
  'error.table.unfinished': '아직 진행 중인 협상입니다. 끝난 뒤에 되돌아볼 수 있습니다.',
  'error.table.mandatesSealed': '이 협상의 훈령은 아직 봉인되어 있습니다. 진행자가 공개합니다.',
  'error.table.notTheirs': '이 협상에 참여했거나 링크를 받은 사람만 되돌아볼 수 있습니다.',
} as const;

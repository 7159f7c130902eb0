/** 보관된 것의 삭제. */
export const privacy = {
  'class.delete': '수업 삭제',
  'class.deleteConfirm.title': '수업 {{code}}: 완전히 삭제할까요?',
  'class.deleteConfirm.body':
    '모든 테이블과 그 기록, 거기서 이어진 게임, 진행 기록, 설문 응답이 삭제됩니다. 되돌릴 수 없으니 필요한 것은 먼저 저장하십시오.',
  'class.deleted': '수업을 삭제했습니다.',
  'me.delete': '내 데이터 삭제',
  'me.deleteConfirm.title': '내 데이터를 모두 삭제할까요?',
  'me.deleteConfirm.body':
    '혼자 봇과 한 게임은 삭제됩니다. 다른 사람과 함께한 게임에서는 기록에서 이름만 지워지고, 쓰신 글은 남습니다. 진행 중인 좌석은 봇이 이어받습니다. 되돌릴 수 없습니다.',
  'me.deleted': '데이터를 삭제했습니다.',
};

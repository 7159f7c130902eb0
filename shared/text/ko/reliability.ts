export const reliability = {
  'error.table.foreignRules':
    '이 협상은 규칙 버전 {{version}}에서 진행되었습니다. 이 서버는 버전 {{known}}까지만 열 수 있습니다.',
  'error.table.foreignScenario':
    '이 협상은 시나리오 {{scenario}}의 버전 {{version}}에서 진행되었습니다. 이 서버는 버전 {{known}}까지만 열 수 있습니다.',
  'error.server.full':
    '서버가 가득 찼습니다. 동시에 진행할 수 있는 협상은 최대 {{max}}개입니다. 잠시 후 다시 시도해 주십시오.',
  'still.title': '아직 계십니까?',
  'still.body':
    '다른 참가자들이 준비를 마치고 기다리고 있습니다. 화면을 누르거나 아무 키나 누르면 됩니다. 응답이 없으면 돌아오실 때까지 봇이 대신 진행합니다.',
  'still.left': '응답까지 남은 시간',
  'still.here': '네, 있습니다',
  'still.tab': '{{time}} – 아직 계십니까?',
  'seat.idle': '자리 비움',
  'seat.gone': '연결 끊김',
};

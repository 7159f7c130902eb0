export const reliability = {
  'error.table.foreignRules':
    '이 협상은 규칙 버전 {{version}}에서 진행되었습니다. 이 서버는 버전 {{known}}까지만 열 수 있습니다.',
  'error.table.foreignScenario':
    '이 협상은 시나리오 {{scenario}}의 버전 {{version}}에서 진행되었습니다. 이 서버는 버전 {{known}}까지만 열 수 있습니다.',
  'error.server.full':
    '서버가 가득 찼습니다. 동시에 진행할 수 있는 협상은 최대 {{max}}개입니다. 잠시 후 다시 시도해 주십시오.',
};

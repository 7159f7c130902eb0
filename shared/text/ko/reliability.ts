export const reliability = {
  'error.server.full':
    '서버가 가득 찼습니다. 동시에 진행할 수 있는 협상은 최대 {{max}}개입니다. 잠시 후 다시 시도해 주십시오.',
};

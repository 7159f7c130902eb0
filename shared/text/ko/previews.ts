/** 링크를 붙여 넣은 곳에 보이는 소개. 서버만 씁니다. */
export const previews = {
  'preview.title': '거인들 사이에서',
  'preview.about': '90일, 세 수도, 하나의 협상 테이블. 관세와 반도체, 투자를 두고 벌이는 협상 게임.',
  'preview.table': '테이블 {{code}} · 거인들 사이에서',
  'preview.tableAbout':
    '워싱턴, 서울, 베이징 가운데 한 자리를 맡거나 관전하세요. 관세와 반도체, 투자를 두고 90일 안에 합의해야 합니다.',
  'preview.replay': '테이블 {{code}} 다시보기 · 거인들 사이에서',
  'preview.replayAbout': '협상이 어떻게 흘러갔는지 한 수씩 봅니다. 제안과 협정, 그리고 가능했던 합의까지.',
  'preview.daily': '오늘의 테이블 {{day}} · 거인들 사이에서',
  'preview.dailyAbout': '모두에게 같은 나라, 같은 비밀 훈령, 같은 봇 둘. 당신의 협상 점수는?',
} as const;

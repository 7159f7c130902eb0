/** 첫 1분: 살아 있는 테이블, 수업, 이 브라우저의 테이블, 용어 풀이. */
export const front = {
  'living.tag': '실시간: 봇 셋이 협상하는 중',
  'home.learn': '4분 만에 배우기',
  'home.learnHint': '실제 테이블에서 일곱 단계',
  'local.badge': '이 브라우저',
  'local.about':
    '이 테이블은 이 브라우저에만 있습니다. 네트워크가 없어도 되고, 다른 사람은 들어올 수 없으며, 순위에 들지 않습니다.',
  'local.offline': '네트워크가 없어 이 브라우저에서 게임을 엽니다.',
  'error.local': '이 브라우저의 테이블을 열지 못했습니다.',
  'error.network.notKept':
    '서버에 연결할 수 없고, 이 브라우저에는 이 테이블의 사본이 없습니다. 사본은 여기서 돌아본 적이 있는 테이블만 남아 있습니다.',
  'error.table.notHere':
    '이 브라우저에는 그런 테이블이 없습니다. 여기서 혼자 둔 최근 세 테이블만 남아 있습니다.',

  'offline.note':
    '네트워크가 없습니다. 혼자 하기와 수업, 그리고 다시보기(내 게임, 파일, 전에 돌아본 테이블)는 여기서 할 수 있습니다. 다른 사람과의 게임, 단체 수업, 오늘의 테이블에는 서버가 필요합니다.',
  'update.title': '새 버전이 준비되었습니다.',
  'update.take': '불러오기',

  'lesson.title': '수업',
  'lesson.step': '{{steps}}단계 중 {{step}}단계',
  'lesson.next': '다음',
  'lesson.back': '이전',
  'lesson.skip': '수업 건너뛰기',
  'lesson.again': '수업 다시 시작',
  'lesson.done': '완료',
  'lesson.todo': '해 보기',
  'lesson.board.title': '세 수도, 90일',
  'lesson.board.text':
    '당신은 서울입니다. 호 하나하나가 교역이며 굵을수록 규모가 큽니다. 벽은 관세입니다. 90일째까지 협정으로 묶지 않은 것은 [[snapback|되돌아갑니다]].',
  'lesson.board.task': '대한민국 카드를 눌러 경제를 들여다본 뒤 닫으세요.',
  'lesson.mandate.title': '정부가 원하는 것',
  'lesson.mandate.text':
    '[[mandate|훈령]]은 비밀입니다. 변화 하나하나의 값어치와 [[goal|목표]], [[redLine|레드라인]]이 적혀 있습니다. 상대에게도 훈령이 있습니다. 0은 [[reservation|합의가 없을 때]] 얻는 값입니다.',
  'lesson.mandate.task': '‘훈령’을 여세요.',
  'lesson.offers.title': '제안은 한 묶음',
  'lesson.offers.text':
    '[[offer|제안]]은 여러 [[lever|정책 수단]]을 한꺼번에 맞바꿉니다. ‘자국 손익’이 전부를 더해 당신에게만 보여 줍니다. 0보다 크면 합의가 없는 것보다 낫습니다. ‘국내 비준 가능성’은 [[ratification|의회]]를 통과할 수 있는지를 알려 줍니다.',
  'lesson.offers.task': '‘제안’을 열어 하나 읽어 보세요.',
  'lesson.compose.title': '직접 만들기',
  'lesson.compose.text':
    '상대를 고르고 정책 수단을 올리거나 내리세요. 나에게는 싸고 상대에게는 귀한 것을 주는 것이 좋습니다. [[sealed|비공개]] 제안은 당사자만 압니다.',
  'lesson.compose.task': '‘작성’을 열어 상대 수도를 고르고 정책 수단을 하나 이상 움직이세요.',
  'lesson.send.title': '테이블에 올리기',
  'lesson.send.text':
    '보낸 뒤 3초 안에는 취소할 수 있습니다. 그다음에는 수락, [[counter|역제안]], 거절, 철회만 가능합니다. 보내는 것은 곧 서명입니다.',
  'lesson.send.task': '제안을 보내세요.',
  'lesson.answer.title': '상대 제안에 답하기',
  'lesson.answer.text':
    '수락하면 모두가 서명하고 비준한 때부터 [[treaty|협정]]이 구속력을 가집니다. 역제안하면 협상이 이어지고, 거절하면 사라집니다. 국내 지지가 모자라면 [[capital|정치 자본]]이 듭니다.',
  'lesson.answer.task': '제안 하나를 수락하거나 역제안하거나 거절하세요.',
  'lesson.ready.title': '라운드 마치기',
  'lesson.ready.text':
    '모두 준비되면 짧은 [[closing|마무리 단계]]가 열립니다. 답만 할 수 있고 새 제안은 없습니다. 그 뒤 협정과 [[measure|조치]]가 발효되고, 경제가 반응하고, 뉴스가 들어옵니다.',
  'lesson.ready.task': '‘준비 완료’를 누르세요.',
  'lesson.end.title': '이제 당신의 게임입니다',
  'lesson.end.text':
    '30일씩 세 라운드, 상대는 그대로입니다. 끝까지 두어 보세요. 90일째에 [[score|점수]]가 나옵니다. 밑줄 친 낱말은 스스로 뜻을 풀어 주고, 구석의 ‘?’에 모두 모여 있습니다.',
  'lesson.end.go': '계속하기',

  'term.lever': '정책 수단',
  'term.lever.about':
    '몇 단계로 된 정책 수단입니다. 관세, 수출통제, 기금 따위입니다. 한 나라가 쥐거나 여러 나라가 함께 쥡니다.',
  'term.offer': '제안',
  'term.offer.about':
    '두세 나라 사이의 조항 묶음입니다. 고칠 수 없으며 수락, 역제안, 거절, 철회되거나 다음 라운드 끝에 만료됩니다.',
  'term.sealed': '비공개',
  'term.sealed.about':
    '당사자만 압니다. 서명하면 당사자마다 자본이 들고 국내 지지가 줄어듭니다. 다른 나라는 누가 만났는지만 알고, 나중에 정책 수단이 움직이는 것을 봅니다.',
  'term.counter': '역제안',
  'term.counter.about': '같은 당사자에게 보내는 답으로서의 새 제안입니다. 원래 제안은 끝납니다.',
  'term.treaty': '협정',
  'term.treaty.about':
    '모든 당사자가 수락하고 비준한 제안입니다. 누군가 폐기를 통보하기 전까지 90일 이후에도 정책 수단을 묶어 둡니다.',
  'term.ratification': '비준',
  'term.ratification.about':
    '마지막 당사자가 수락하면 의회마다 표결합니다. 국내 세력은 움직임을 좋아하거나 싫어합니다. 모자란 지지는 한도 안에서 자본으로 사며, 표결에는 운도 조금 따릅니다.',
  'term.capital': '정치 자본',
  'term.capital.about':
    '정부가 국내에서 감당할 수 있는 힘입니다. 조치, 비공개, 어려운 표결, 협정 폐기에 듭니다. 라운드마다 조금씩 들어오고, 끝에 남은 것도 조금은 값이 있습니다.',
  'term.credibility': '신뢰도',
  'term.credibility.about':
    '100에서 시작하는 공개 수치입니다. 협정 폐기를 통보하거나 공개한 공약을 어기면 떨어지고, 그만큼 다른 나라 의회가 당신의 협정을 덜 믿습니다.',
  'term.measure': '조치',
  'term.measure.about':
    '누구의 동의도 없이 내 정책 수단을 바꾸는 것입니다. 비밀리에 지시하며 라운드가 끝날 때 발효되고 자본이 듭니다.',
  'term.pledge': '공약',
  'term.pledge.about':
    '내 정책 수단에 대한 공언입니다. 구속력은 없지만 기록에 남고, 기한이 되면 지켰는지 가려집니다.',
  'term.mandate': '훈령',
  'term.mandate.about':
    '본국의 비밀 지시입니다. 변화의 값어치, 목표, 레드라인이 적혀 있습니다. 남들은 가능한 훈령의 목록만 알 뿐 당신이 무엇을 뽑았는지는 모릅니다.',
  'term.goal': '목표',
  'term.goal.about':
    '정부가 90일째에 내보이고 싶은 성과입니다. 최종 정산에서 이루어져 있어야만 값이 있습니다.',
  'term.redLine': '레드라인',
  'term.redLine.about':
    '90일째에 그렇게 되어 있으면 안 되는 것입니다. 넘으면 대가가 크지만 금지된 것은 아닙니다.',
  'term.reservation': '합의 없음(유보 가치)',
  'term.reservation.about':
    '협정도 조치도 전혀 없을 때 얻는 값입니다. 여기 모든 수치의 0점입니다. 더 나빠질 것 같지 않다면 이보다 낮은 것은 받지 마세요.',
  'term.worth': '자국 손익',
  'term.worth.about':
    '내 훈령에 비추어 최종 정산이 한 해 얼마나 나아지거나 나빠지는지를 달러로 나타냅니다. 나만 볼 수 있습니다.',
  'term.snapback': '스냅백(자동 복원)',
  'term.snapback.about':
    '90일이 지나면 협정으로 묶지 않은 정책 수단은 유예 전 상태로 되돌아갑니다. 누구에게는 더 아픕니다.',
  'term.closing': '마무리 단계',
  'term.closing.about':
    '라운드의 마지막 부분입니다. 제안에 답할 수는 있지만 새로 낼 수는 없어, 막판에 최후통첩을 던질 수 없습니다.',
  'term.flow': '라운드 손익',
  'term.flow.about': '결과의 4분의 1은 라운드마다의 손익입니다. 이로운 합의는 빠를수록 더 오래 값을 합니다.',
  'term.settlement': '최종 정산',
  'term.settlement.about': '90일이 지난 뒤 모든 정책 수단이 놓인 자리입니다. 결과의 4분의 3입니다.',
  'term.score': '점수',
  'term.score.about':
    '100은 다른 모두가 합의가 없을 때보다 나빠지지 않으면서 당신이 얻을 수 있었던 최선입니다. 0은 합의 없음입니다.',
  'term.explain': '‘{{term}}’ 뜻 보기',
} as const;

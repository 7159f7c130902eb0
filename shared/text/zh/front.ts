/** 第一分钟：活的牌桌、课程、本浏览器的牌桌、名词解释。 */
export const front = {
  'living.tag': '实况：三个机器人正在谈判',
  'home.learn': '四分钟学会',
  'home.learnHint': '在真牌桌上走七步',
  'local.badge': '仅在本浏览器',
  'local.about': '这张桌只在本浏览器里：无需网络，旁人进不来，也不计排名。',
  'local.offline': '没有网络，本局在本浏览器中进行。',
  'error.local': '无法打开本浏览器里的牌桌。',
  'error.network.notKept':
    '无法连接服务器，本浏览器也没有保存这张牌桌的副本。只有以前在这里回顾过的牌桌才会保存。',
  'error.table.notHere': '本浏览器没有这张牌桌。这里只保存最近三局单人对局。',

  'offline.note':
    '没有网络。单人对局、课程和回放（自己的对局、文件、以前回顾过的牌桌）仍可在此进行。与他人对局、班级和今日牌桌需要服务器。',
  'update.title': '游戏有新版本。',
  'update.take': '载入',

  'lesson.title': '课程',
  'lesson.step': '第{{step}}步，共{{steps}}步',
  'lesson.next': '下一步',
  'lesson.back': '上一步',
  'lesson.skip': '跳过课程',
  'lesson.again': '重新开始课程',
  'lesson.done': '完成',
  'lesson.todo': '试一试',
  'lesson.board.title': '三座首都，九十天',
  'lesson.board.text':
    '您是首尔。每条弧线是贸易，越宽数额越大；每堵墙是关税。到第90天，没有条约约束的一律[[snapback|自动恢复]]。',
  'lesson.board.task': '按一下韩国的卡片，看看本国经济，然后关上。',
  'lesson.mandate.title': '政府要什么',
  'lesson.mandate.text':
    '[[mandate|训令]]是秘密：每项变化对您值多少，有哪些[[goal|目标]]，哪条[[redLine|红线]]。别人也各有训令。零就是[[reservation|没有协议]]时的所得。',
  'lesson.mandate.task': '打开“训令”。',
  'lesson.offers.title': '提案是一揽子',
  'lesson.offers.text':
    '[[offer|提案]]一次交换好几项[[lever|政策工具]]。“对我方的价值”替您一人把账算清：大于零就好过没有协议。“国内批准的可能性”告诉您[[ratification|议会]]会不会放行。',
  'lesson.offers.task': '打开“提案”，读一份。',
  'lesson.compose.title': '自己拟一份',
  'lesson.compose.text':
    '先选对象，再把政策工具调高或调低。给出对您便宜、对他们贵重的东西。[[sealed|密封]]的提案只有当事方知道。',
  'lesson.compose.task': '打开“起草”，选一座首都，至少调动一项政策工具。',
  'lesson.send.title': '摆上桌面',
  'lesson.send.text':
    '发出前有三秒可以取消。之后只能被接受、[[counter|反提案]]、拒绝或撤回。发出即视为您已签字。',
  'lesson.send.task': '发出您的提案。',
  'lesson.answer.title': '答复对方',
  'lesson.answer.text':
    '接受：各方签字并批准后，[[treaty|条约]]生效。反提案：谈判继续。拒绝：到此为止。国内支持不够，要花[[capital|政治资本]]。',
  'lesson.answer.task': '接受、反提案或拒绝一份提案。',
  'lesson.ready.title': '结束这一轮',
  'lesson.ready.text':
    '各方就绪后进入短短的[[closing|收尾阶段]]：只能答复，不能再提新案。随后条约与[[measure|措施]]生效，经济作出反应，新闻传来。',
  'lesson.ready.task': '按“我方就绪”。',
  'lesson.end.title': '接下来是您的对局',
  'lesson.end.text':
    '三轮，每轮三十天，对手不变。请打到最后：第90天见[[score|分数]]。带下划线的词都能自己解释，角落里的“?”收着全部。',
  'lesson.end.go': '继续对局',

  'term.lever': '政策工具',
  'term.lever.about': '分成几档的政策工具：一项关税、一项出口管制、一笔基金。属于一国，或由几国共有。',
  'term.offer': '提案',
  'term.offer.about':
    '两国或三国之间的一揽子条款。不能修改，只会被接受、反提案、拒绝、撤回，或在下一轮结束时失效。',
  'term.sealed': '密封',
  'term.sealed.about':
    '只有当事方知道。签署时各方都要付出资本和一些国内支持。旁人只知道谁与谁见过面，之后才看到政策工具变动。',
  'term.counter': '反提案',
  'term.counter.about': '向同样的当事方提出新案作为答复，原案随之终止。',
  'term.treaty': '条约',
  'term.treaty.about': '各方都接受并批准的提案。它约束所列政策工具，第90天之后依然有效，直到有人退约。',
  'term.ratification': '批准',
  'term.ratification.about':
    '最后一方接受时，各国议会投票。国内各派对变动有喜有恶；支持不足可用资本补，但有上限。投票也带点运气。',
  'term.capital': '政治资本',
  'term.capital.about':
    '政府在国内的本钱。措施、密封、难过的表决和退约都要花。每轮进账一点，最后剩下的也算一点。',
  'term.credibility': '公信力',
  'term.credibility.about': '公开数字，起始为100。退约和违背公开承诺会降低它，别国议会也就更不信您的条约。',
  'term.measure': '措施',
  'term.measure.about': '不必征得同意就改动自己的政策工具。秘密下令，本轮结束时生效，要花资本。',
  'term.pledge': '承诺',
  'term.pledge.about': '对自己某项政策工具的表态。不具约束力，但记录在案，到期时判定是否兑现。',
  'term.mandate': '训令',
  'term.mandate.about':
    '国内的秘密指示：每项变化值多少、目标、红线。别人知道您可能有哪些训令，不知道您抽到哪一份。',
  'term.goal': '目标',
  'term.goal.about': '政府想在第90天拿出来的成绩。只有在最终结算里达成才算。',
  'term.redLine': '红线',
  'term.redLine.about': '第90天绝不该出现的局面。越线代价高昂，但并不禁止。',
  'term.reservation': '没有协议（保留价值）',
  'term.reservation.about':
    '没有任何条约和措施时的所得。这里所有数字都以它为零：除非料到更糟，低于它的不要接受。',
  'term.worth': '对我方的价值',
  'term.worth.about': '按您的训令，最终结算每年会好多少或坏多少，以美元计。只有您看得到。',
  'term.snapback': '自动恢复',
  'term.snapback.about': '第90天之后，没有条约约束的政策工具回到暂缓之前的状态。有人痛，有人更痛。',
  'term.closing': '收尾阶段',
  'term.closing.about': '一轮的最后一段：可以答复提案，不能再提新案，谁也无法在最后一秒扔出最后通牒。',
  'term.flow': '各轮损益',
  'term.flow.about': '结果的四分之一来自各轮本身：对您有利的条约，生效越早，受益越久。',
  'term.settlement': '最终结算',
  'term.settlement.about': '第90天之后所有政策工具所在的位置。占结果的四分之三。',
  'term.score': '分数',
  'term.score.about': '100分是在别人都不比没有协议更差的前提下，您所能得到的最好结果。0分就是没有协议。',
  'term.explain': '“{{term}}”是什么？',
} as const;

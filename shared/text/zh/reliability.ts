export const reliability = {
  'error.table.foreignRules': '本局采用第{{version}}版规则，此服务器最多支持到第{{known}}版。',
  'error.table.foreignScenario':
    '本局采用情景“{{scenario}}”第{{version}}版，此服务器最多支持到第{{known}}版。',
  'error.server.full': '服务器已满：最多同时进行 {{max}} 局，请稍后再试。',
  'still.title': '您还在吗？',
  'still.body':
    '其他各方已准备就绪，正在等您。按任意键或点击页面即可应答；若无应答，将由机器人代您进行，直到您回来。',
  'still.left': '剩余应答时间',
  'still.here': '我在',
  'still.tab': '{{time}}：您还在吗？',
  'seat.idle': '无操作',
  'seat.gone': '未连接',
};

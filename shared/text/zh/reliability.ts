export const reliability = {
  'error.table.foreignRules': '本局采用第{{version}}版规则，此服务器最多支持到第{{known}}版。',
  'error.table.foreignScenario':
    '本局采用情景“{{scenario}}”第{{version}}版，此服务器最多支持到第{{known}}版。',
  'error.server.full': '服务器已满：最多同时进行 {{max}} 局，请稍后再试。',
};

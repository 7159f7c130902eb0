/** 粘贴链接时显示的介绍，仅供服务器使用。 */
export const previews = {
  'preview.title': '巨人之间',
  'preview.about': '九十天，三国首都，一张谈判桌：一款关于关税、芯片与投资的谈判游戏。',
  'preview.table': '牌局 {{code}} · 巨人之间',
  'preview.tableAbout': '代表华盛顿、首尔或北京入席，或在一旁观看：九十天内就关税、芯片与投资达成协议。',
  'preview.replay': '牌局 {{code}} 回放 · 巨人之间',
  'preview.replayAbout': '逐步回看谈判经过：提案、条约，以及本可达成的协议。',
  'preview.daily': '今日牌局 {{day}} · 巨人之间',
  'preview.dailyAbout': '人人同一席位、同一副密牌、同样的两个机器人。您能谈出多少分？',
} as const;

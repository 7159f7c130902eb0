/** 删除所保存的内容。 */
export const privacy = {
  'class.delete': '删除课堂',
  'class.deleteConfirm.title': '永久删除课堂 {{code}}？',
  'class.deleteConfirm.body':
    '所有谈判桌及其记录、由其延续的对局、课堂记录和问卷都将被删除，无法恢复。请先保存仍需要的内容。',
  'class.deleted': '课堂已删除。',
  'me.delete': '删除我的数据',
  'me.deleteConfirm.title': '删除您的全部数据？',
  'me.deleteConfirm.body':
    '只有您和电脑参与的对局将被删除。有他人参与的对局中，您的名字会从记录里移除，您写下的内容会保留。仍在进行的席位由电脑接替。此操作无法恢复。',
  'me.deleted': '您的数据已删除。',
};

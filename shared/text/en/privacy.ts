/** Deleting what is kept. */
export const privacy = {
  'class.delete': 'Delete the class',
  'class.deleteConfirm.title': 'Delete class {{code}} for good?',
  'class.deleteConfirm.body':
    'Its tables with their logs, the games that went on from them, its record and all questionnaires are deleted. Save what you still need first: this cannot be undone.',
  'class.deleted': 'The class was deleted.',
  'me.delete': 'Delete my data',
  'me.deleteConfirm.title': 'Delete everything that is yours?',
  'me.deleteConfirm.body':
    'Games that only you and bots played are deleted. Where others played too, your name is removed from the record; what you wrote there stays. A bot takes your seat where you are still playing. This cannot be undone.',
  'me.deleted': 'Your data was deleted.',
};

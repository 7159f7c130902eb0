/** A class: its console, its projector page, the pages of its people, its questionnaires. */
export const classes = {
  'error.class.unknown': 'There is no class with this code.',
  'error.class.notYours': 'Only the facilitator’s own link opens this console.',
  'error.class.rosterOnly': 'This class is joined by personal links. Ask your facilitator for yours.',
  'error.class.removed': 'Your facilitator has taken you off this class.',
  'error.class.notBegun': 'The class has not begun yet.',
  'error.class.begun': 'The class has already begun.',
  'error.class.closed': 'This class is closed.',
  'error.class.empty': 'Nobody has joined yet.',
  'error.class.full': 'This class is full: {{max}} people at most.',
  'error.class.demo': 'This is a rehearsal with bots. Nobody can join it.',
  'error.class.seatsDiffer': 'These scenarios have different seats: they can’t be mixed in one class.',
  'error.class.seatTaken': 'Two people share this seat already.',
  'error.class.memberUnknown': 'You are not in this class yet.',
  'error.class.tableUnknown': 'This class has no table {{table}}.',
} as const;

/** The first minute: the living table, the lesson, tables of this browser, the words explained. */
export const front = {
  'living.tag': 'Live: three bots at the table',
  'home.learn': 'Learn it in four minutes',
  'home.learnHint': 'Seven steps at a real table',
  'local.badge': 'In this browser',
  'local.about':
    'This table lives in this browser alone: it needs no network, nobody else can come, and nothing is ranked.',
  'local.offline': 'No network: the game is played in this browser.',
  'error.local': 'The table of this browser could not be opened.',
  'error.network.notKept':
    'The server can’t be reached, and this table has not been looked back on here before.',
  'error.table.notHere': 'This browser keeps no such table, only the last three.',

  'offline.note':
    'No network. Playing alone, the lesson, and replays of your games, of files and of tables looked back on before work here. The rest needs the server.',
  'update.title': 'A newer version of the game is here.',
  'update.take': 'Load it',

  'lesson.title': 'The lesson',
  'lesson.step': 'Step {{step}} of {{steps}}',
  'lesson.next': 'Next',
  'lesson.back': 'Back',
  'lesson.skip': 'Skip the lesson',
  'lesson.again': 'Start the lesson again',
  'lesson.done': 'Done',
  'lesson.todo': 'Try it',
  'lesson.board.title': 'Three capitals, ninety days',
  'lesson.board.text':
    'You are Seoul. Every arc is trade, as wide as it is worth; every wall is a tariff. What no treaty covers by day 90 [[snapback|snaps back]].',
  'lesson.board.task': 'Press South Korea’s card to look into your economy. Then close it.',
  'lesson.mandate.title': 'What your government wants',
  'lesson.mandate.text':
    'Your [[mandate|mandate]] is secret: what each change is worth to you, your [[goal|goals]] and your [[redLine|red line]]. The others have theirs. Zero is what you get [[reservation|with no deal]].',
  'lesson.mandate.task': 'Open “Mandate”.',
  'lesson.offers.title': 'An offer is a package',
  'lesson.offers.text':
    'An [[offer|offer]] trades several [[lever|levers]] at once. “Worth to you” adds it all up for you alone: above zero is better than no deal. “Ratified at home” says whether your [[ratification|legislature]] would let it pass.',
  'lesson.offers.task': 'Open “Offers” and read one.',
  'lesson.compose.title': 'Make your own',
  'lesson.compose.text':
    'Choose who it is for, then move levers up or down. Give what costs you little and means much to them. Only the parties know of a [[sealed|sealed]] offer.',
  'lesson.compose.task': 'Open “Compose”, choose a capital and move at least one lever.',
  'lesson.send.title': 'Put it on the table',
  'lesson.send.text':
    'You have three seconds to call an offer back. After that it can only be accepted, [[counter|countered]], declined or withdrawn. Sending one counts as your signature.',
  'lesson.send.task': 'Send your offer.',
  'lesson.answer.title': 'Answer theirs',
  'lesson.answer.text':
    'Accept, and the [[treaty|treaty]] binds once all have signed and ratified. Counter, and the talks go on. Decline, and it is gone. Support that is missing at home costs [[capital|political capital]].',
  'lesson.answer.task': 'Accept, counter or decline an offer.',
  'lesson.ready.title': 'End the round',
  'lesson.ready.text':
    'When all are ready, a short [[closing|closing phase]] begins: answers only, no new offers. Then treaties and [[measure|measures]] take effect, the economy answers, and the news comes in.',
  'lesson.ready.task': 'Press “I am ready”.',
  'lesson.end.title': 'Now it is your game',
  'lesson.end.text':
    'Three rounds of thirty days, against the same two capitals. Play it to the end: the [[score|score]] waits on day 90. Every underlined word explains itself; “?” in the corner has them all.',
  'lesson.end.go': 'Play on',

  'term.lever': 'Lever',
  'term.lever.about':
    'A policy with a short ladder of levels: a tariff, an export control, a fund. It belongs to one capital, or to several together.',
  'term.offer': 'Offer',
  'term.offer.about':
    'A package of clauses for two or three capitals. It is never edited: it is accepted, countered, declined, withdrawn, or it expires at the end of the next round.',
  'term.sealed': 'Sealed',
  'term.sealed.about':
    'Known to its parties only. Signing it costs each of them capital and some support at home. The others learn who met, and later see levers move.',
  'term.counter': 'Counter-offer',
  'term.counter.about': 'A new offer to the same parties in answer to theirs, which ends.',
  'term.treaty': 'Treaty',
  'term.treaty.about':
    'An offer that all its parties accepted and ratified. It binds its levers, beyond day 90, until somebody denounces it.',
  'term.ratification': 'Ratification',
  'term.ratification.about':
    'When the last party accepts, each legislature votes. Blocs at home like or dislike what moves; support that is missing is bought with capital, up to a limit. The vote has some luck in it.',
  'term.capital': 'Political capital',
  'term.capital.about':
    'What your government can afford at home. Measures, seals, hard votes and broken treaties cost it. A little comes in each round, and what is left at the end counts a little.',
  'term.credibility': 'Credibility',
  'term.credibility.about':
    'A public figure that begins at 100. Denouncing treaties and breaking public pledges cost it, and then others’ legislatures trust your treaties less.',
  'term.measure': 'Measure',
  'term.measure.about':
    'A change of one of your own levers that needs nobody’s consent. Ordered in secret, it takes effect when the round ends, and costs capital.',
  'term.pledge': 'Pledge',
  'term.pledge.about':
    'A promise about one of your levers. It binds nobody, but it is on record, and the day it falls due it is judged kept or broken.',
  'term.mandate': 'Mandate',
  'term.mandate.about':
    'Your secret instructions: what each change is worth to you, headline goals, a red line. Others know which mandates you might have, not which one you drew.',
  'term.goal': 'Headline goal',
  'term.goal.about':
    'Something your government wants to show on day 90. It counts only if it is reached in the settlement.',
  'term.redLine': 'Red line',
  'term.redLine.about': 'What must not be so on day 90. Crossing it is costly, but not forbidden.',
  'term.reservation': 'No deal (reservation value)',
  'term.reservation.about':
    'What you get with no treaty and no measure at all. It is the zero of every figure here: accept nothing below it, unless you expect worse.',
  'term.worth': 'Worth to you',
  'term.worth.about':
    'How much the settlement would be better or worse for you, in billions of dollars a year, by your own mandate. Nobody else sees it.',
  'term.snapback': 'Snapback',
  'term.snapback.about':
    'After day 90 a lever that no treaty binds goes back to where it was before the pause. That hurts some more than others.',
  'term.closing': 'Closing phase',
  'term.closing.about':
    'The last part of a round: offers can be answered, but no new ones made, so nobody can throw an ultimatum down at the last second.',
  'term.flow': 'The rounds',
  'term.flow.about':
    'A quarter of your result is how the rounds themselves went: an early deal that helps you pays from the day it takes effect.',
  'term.settlement': 'Settlement',
  'term.settlement.about': 'Where all levers stand after day 90. Three quarters of your result.',
  'term.score': 'Score',
  'term.score.about':
    '100 is the best that you could have got with everybody else no worse off than without a deal. 0 is no deal.',
  'term.explain': 'What is “{{term}}”?',
} as const;

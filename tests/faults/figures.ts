/**
 * The figures of reliability: what each says, how much of it the tiers try, and where. Tier P runs with `npm test` at the
 * sizes of `ci` and with `npm run test:faults` at those of `full`; tier N runs with `npm run test:soak` at `soak`.
 *
 * | figure | what holds | where |
 * | --- | --- | --- |
 * | R1, R2 | kill -9 in mid-game: nothing acknowledged lost, nothing twice, no gap; all seats back | faults/kills |
 * | R3 | boot time does not grow with history | soak/boot |
 * | R4 | time away costs no player time | server/restart, faults/clock |
 * | R5 | SIGTERM: all told, nothing lost, exit 0 within 10 s | faults/terminate, faults/supervisor |
 * | R6 | connections cut at random bytes: same seat, nothing twice, nothing missed | faults/network |
 * | R7 | a storm of reconnections | soak/storm |
 * | R8, R9 | steady load, capacity | faults/load, soak/capacity |
 * | R10 | a slow reader or a flooder at another table | faults/load, security/limits |
 * | R11 | each action sent 1 to 5 times: done once, same answer | faults/network |
 * | R12 | crossing actions: one wins | faults/crossing |
 * | R13 | no leak | faults/leak, soak/leak |
 * | R14 | an hour of play and faults | soak/hours |
 * | R15 | the same games in any time zone and language | faults/determinism, simulation/simulate |
 * | R16 | golden logs of every version of the rules | golden/golden |
 * | R17 | sequences of commands against a small model | faults/model |
 * | R18 | the room's code on a virtual clock and a failing store | faults/simulator |
 * | R19 | clocks that are wrong or step | faults/clock |
 * | R20 | disk full, locked, read-only | faults/disk, server/restart |
 * | R21, R22 | torn logs, backup | server/corruption, server/backup |
 * | R23 | nobody waits without a reason, every game ends | faults/liveness |
 * | R24 | absence in every phase | server/absenceMatrix, server/absence, faults/simulator |
 * | R25 | a whole class: console, pause of all, absences, exports | faults/lesson, soak/lesson |
 * | R26 | exports join, read back, are the same twice | exports, soak/exports |
 * | R27 | batches go on after kill -9 | simulation/simulate |
 * | R28 | a bug costs one action at one table | faults/sabotage, faults/supervisor |
 * | S5 | secrets on the wire | faults/secrets, security/canaries |
 * | AXE | every page, language and theme keeps the rules of accessibility | soak/pages, browser/access (one of each) |
 */
export const FIGURES = {
  R1: 'kill -9: acknowledged actions lost, done twice, gaps',
  R2: 'kill -9: all seats back',
  R3: 'boot time',
  R5: 'orderly stop',
  R6: 'connections cut at random bytes',
  R7: 'reconnection storm',
  R8: 'steady load',
  R9: 'capacity',
  R10: 'floods and slow readers',
  R11: 'actions sent several times',
  R12: 'crossing actions',
  R13: 'leaks',
  R14: 'soak',
  R15: 'determinism',
  R16: 'golden logs',
  R17: 'commands against a model',
  R18: 'simulated server',
  R19: 'wrong clocks',
  R20: 'the store fails',
  R23: 'liveness',
  R24: 'absence',
  R25: 'a class',
  R26: 'exports',
  R28: 'a bug in one place',
  S5: 'secrets on the wire',
  AXE: 'accessibility of every page',
} as const;

export type Figure = keyof typeof FIGURES;

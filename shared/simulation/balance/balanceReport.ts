import type { Book } from '../../scenarios/book.ts';
import type { GameRow } from '../gameRow.ts';
import { appraiserOf } from './appraiser.ts';
import { type Bargain, type Conflict, judgeConflict, judgeLogrolling, type Logrolling } from './bargains.ts';
import { type Diplomacy, judgeDiplomacy, listDecrees } from './decrees.ts';
import { type Bests, type Ideals, judgeIdeals } from './ideals.ts';
import { judgeRelevance, type Relevance } from './levers.ts';
import type { Skill } from './play.ts';
import { type Dilemma, judgeDilemma, type StanceChoice } from './stances.ts';
import { measureSheets, type SheetError } from './surrogate.ts';
import { judgeWinnability, type Winnability } from './winnability.ts';
import { judgeZone, type Zone, type ZoneSample } from './zones.ts';

/** All that a balance report is judged on: one sample for each group of seats, one finding for each profile. */
export type Findings = {
  readonly zones: readonly ZoneSample[];
  readonly bargains: readonly Bargain[];
  readonly stances: readonly StanceChoice[];
  /** Of each profile, at how many levels its efficient set has each lever. */
  readonly levelCounts: readonly (readonly number[])[];
  readonly bests: readonly Bests[];
  readonly skill: Skill;
  /** The strong bots' games. */
  readonly games: readonly GameRow[];
};

/**
 * What a scenario must show, over all profiles (SCENARIO.md section 5), and whether its ideals are what they should be and every mandate
 * can be won with; and, without a verdict, how far the sheets that bots search with are from the economy.
 * Null where a property does not apply: a scenario without stance, or without measures.
 */
export type BalanceReport = {
  readonly zones: { readonly groups: readonly Zone[]; readonly isHeld: boolean };
  readonly conflict: Conflict;
  readonly logrolling: Logrolling;
  readonly dilemma: Dilemma | null;
  readonly skill: Skill;
  readonly relevance: Relevance;
  readonly diplomacy: Diplomacy | null;
  readonly ideals: Ideals;
  readonly winnability: Winnability;
  readonly sheets: readonly SheetError[];
  readonly isHeld: boolean;
};

/** Judges the findings on a scenario. */
export const judgeBalance = (book: Book, findings: Findings): BalanceReport => {
  const { seats } = book.scenario;
  const groups = findings.zones.map(judgeZone);
  const appraiser = appraiserOf(book);
  const properties = {
    zones: { groups, isHeld: groups.every(({ isHeld }) => isHeld) },
    conflict: judgeConflict(findings.bargains, seats),
    logrolling: judgeLogrolling(findings.bargains, seats),
    dilemma: findings.stances.length === 0 ? null : judgeDilemma(findings.stances),
    skill: findings.skill,
    relevance: judgeRelevance(book, findings.levelCounts, findings.stances),
    diplomacy: judgeDiplomacy(book, listDecrees(appraiser)),
    ideals: judgeIdeals(book, findings.bests),
    winnability: judgeWinnability(book, findings.games),
  };
  return {
    ...properties,
    sheets: measureSheets(appraiser, book),
    isHeld: Object.values(properties).every((property) => property?.isHeld !== false),
  };
};

import type { Book } from '../../scenarios/book.ts';
import { appraiserOf } from './appraiser.ts';
import { type Bargain, type Conflict, judgeConflict, judgeLogrolling, type Logrolling } from './bargains.ts';
import { type Diplomacy, judgeDiplomacy, listDecrees } from './decrees.ts';
import { type Bests, type Ideals, judgeIdeals } from './ideals.ts';
import { judgeRelevance, type Relevance } from './levers.ts';
import type { Skill } from './play.ts';
import { type Dilemma, judgeDilemma, type StanceChoice } from './stances.ts';
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
};

/**
 * What a scenario must show, over all profiles (SCENARIO.md section 5), and whether its ideals are what they should be.
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
  readonly isHeld: boolean;
};

/** Judges the findings on a scenario. */
export const judgeBalance = (book: Book, findings: Findings): BalanceReport => {
  const { seats } = book.scenario;
  const groups = findings.zones.map(judgeZone);
  const properties = {
    zones: { groups, isHeld: groups.every(({ isHeld }) => isHeld) },
    conflict: judgeConflict(findings.bargains, seats),
    logrolling: judgeLogrolling(findings.bargains, seats),
    dilemma: findings.stances.length === 0 ? null : judgeDilemma(findings.stances),
    skill: findings.skill,
    relevance: judgeRelevance(book, findings.levelCounts, findings.stances),
    diplomacy: judgeDiplomacy(book, listDecrees(appraiserOf(book))),
    ideals: judgeIdeals(book, findings.bests),
  };
  return { ...properties, isHeld: Object.values(properties).every((property) => property?.isHeld !== false) };
};

/** Sources, assumptions and tuning of the scenario, for whoever changes or judges it. */
export const remarks: readonly string[] = [
  'Setting: the public record of April to November 2025 (executive orders, proclamations, ministry announcements, named at each lever and news card). Mandates, weights, points and blocs are fiction.',
  'All money in USD bn a year at 2024 prices. A payoff counts from an arbitrary zero; what is scored is the difference to snapback without any treaty, under the same news.',
  'The surroundings are fixed: the US charges the rest of the world 12 % on ordinary goods, 15 % on cars and 40 % on metals, and China 25 % more on cars and metals; none of it is negotiable here.',
  'Energy, chips, cars and metals are spared by reciprocal, add-on and coercive tariffs; chips bear .3 and electronics .6 of the US add-on on China, chips .2 of China’s answer.',
  'Three tenths of Korean money for yards, and .36 / .30 / .22 of that for fabs by the state of the CHIPS Act grants, is a transfer to the US; the rest is an investment at its market return and moves no welfare.',
  'Purchase commitments are modelled as negative tariffs that reach the amount at the prices of 2024: energy for Korea, farm goods for China (aircraft are not a sector of their own).',
  'The bilateral deficit counts the balance with Korea in full and that with China at a quarter of the weight.',
  'kr-supply-chains: iceberg costs and technology, China-tie and autonomy points as designed; priced by hand so that alone it gives 2.3 / 0 / -.7 (diversify) and 5.5 / -3.7 / -1.7 (relocate) at base weights. New suppliers are worth more where China restricts rare earths.',
  'Added so that decrees do not replace diplomacy (no seat gains 2 bn for good by one measure alone): China pays 5 for a rare-earth ban on the US; the US pays 2 (Tech hawk 9) for tighter controls unless rare earths flow freely; Exporters pay 1.6 for the largest chip package. Measures that snap back on day 90 are priced by political capital and the quarter weight of flows alone.',
  'Weights tuned for zones of agreement of at least 3 % in every profile: Rust Belt concessions 1.18, Tech hawk screening 2.4, Exporters security 11, Alliance first security 19, Autonomy security 12, Growth technology 24.',
  'Ideals: median over the nine pairs of the others’ mandates of the best settlement, headlines included, that leaves both at or above 0, treaty levels only; found by annealing on a fast valuation and polished on the exact economy, so they are lower bounds within about a point.',
  'No goal is met and no red line is broken at snapback.',
];

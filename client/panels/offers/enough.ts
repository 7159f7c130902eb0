/** What is better than no deal: less than this shows as nothing, USD bn a year. */
export const ENOUGH = 0.05;

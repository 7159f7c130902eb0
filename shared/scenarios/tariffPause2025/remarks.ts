/** Sources, assumptions and tuning of the scenario, for whoever changes or judges it. */
export const remarks: readonly string[] = [];

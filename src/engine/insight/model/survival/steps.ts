/** Groups of customers by purchases so far. */

/** From each of these on to the next. */
export const STEPS = [1, 2, 3, 5, 10] as const

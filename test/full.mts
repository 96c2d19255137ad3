/** Whether everything is tried with everything, as by `npm run test:full`; usually, one of each kind is enough. */
export const { isFull = false } = globalThis as { isFull?: boolean };

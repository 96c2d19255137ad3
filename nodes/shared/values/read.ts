/** Reads what a user gave for a field. Throws `InvalidValue` when that can't be meant. */
export type Read<Result> = (value: unknown) => Result;

import { allow, type Decision, refuse } from "@/lib/domain/decision";

/** How many folders a person can have. */
export const foldersOfOne = 500;

/** Counted under the account's lock. `more` is how many are made at once. */
export const mayMakeFolder = (kept: number, more = 1): Decision =>
  kept + more > foldersOfOne ? refuse("too_many_folders", { limit: foldersOfOne }) : allow;

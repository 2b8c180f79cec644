import { allow, type Decision, refuse } from "@/lib/domain/decision";

/** How many folders a person can have. */
export const foldersOfOne = 500;

/** Counted under the account's lock. */
export const mayMakeFolder = (kept: number): Decision =>
  kept >= foldersOfOne ? refuse("too_many_folders", { limit: foldersOfOne }) : allow;

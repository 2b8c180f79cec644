import { derivationCases } from "@/lib/crypto/vectors/derivation-cases";
import { sealingCases } from "@/lib/crypto/vectors/sealing-cases";

/** One known answer. `run` throws unless this implementation gives the same. */
export type KnownAnswer = { name: string; run(): Promise<void> };

/**
 * What official clients compute, or what was shown to be accepted by them: protocol chapter 3, by its names.
 * It takes no test framework, so that the same cases run in Node and inside a browser.
 */
export const knownAnswers: KnownAnswer[] = [...derivationCases, ...sealingCases];

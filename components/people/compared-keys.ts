import type { Compared } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** The ids of those whose very key this account has compared before, and need not compare again. */
export async function comparedAmong(vault: Vault, people: readonly Compared[]): Promise<Set<string>> {
  const compared = new Set<string>();
  for (const person of people) if (await vault.isCompared(person)) compared.add(person.userId);
  return compared;
}

/** Those whom the server has a record of. Only for them the vault has to be unlocked before anybody compares. */
export const withRecord = <Person extends Compared>(people: readonly Person[]): Person[] =>
  people.filter(({ comparedPublicKey }) => comparedPublicKey !== null);

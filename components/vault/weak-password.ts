"use client";

import { type BindingPolicy, strictestPassword } from "@/lib/domain/policy/combining";
import { askedOf, lackedBy } from "@/lib/domain/policy/password";
import { openStrengthMeter } from "@/lib/vault/strength";

const storedAs = "trousseau-weak-password";

/** Whose master password is to be changed before they go on. Kept over a reload of this tab. */
export const keptWeak = (): string | null => window.sessionStorage.getItem(storedAs);

export function keepWeak(userId: string | null): void {
  if (userId === null) window.sessionStorage.removeItem(storedAs);
  else window.sessionStorage.setItem(storedAs, userId);
}

/** Whether a master password that was just typed is less than an organization asks of those who have one already. */
export async function isTooWeak(
  { email, password }: { email: string; password: string },
  policies: readonly BindingPolicy[],
): Promise<boolean> {
  const enforced = policies.filter(
    (policy) => policy.type === "master_password" && policy.data.enforceOnLogin,
  );
  const asked = strictestPassword(enforced);
  if (!asked) return false;
  const score = askedOf(asked).includes("strength") ? await scoreOf(password, email) : null;
  return lackedBy(password, score, asked).length > 0;
}

async function scoreOf(password: string, email: string): Promise<number | null> {
  const meter = openStrengthMeter();
  try {
    return (await meter.estimate(password, [email])).score;
  } catch {
    return null;
  } finally {
    meter.close();
  }
}

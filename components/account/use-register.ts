"use client";

import type { z } from "zod";
import { deviceIdentifier } from "@/components/account/device-identifier";
import { openSession } from "@/components/vault/session-requests";
import { useVaultKeeper, useVaultState } from "@/components/vault/vault-context";
import type { Register } from "@/lib/domain/account/inputs";
import { defaultKdf } from "@/lib/domain/kdf";
import type { ActionResult } from "@/lib/http/result";
import type { Locale } from "@/lib/i18n/locales";

export type RegisterAction = (
  input: z.input<typeof Register>,
) => Promise<ActionResult<{ userId: string; email: string }>>;

type Typed = { email: string; name: string; locale: Locale; password: string };

/**
 * Makes an account's keys on this device, registers them, and logs in. The vault is unlocked afterwards. If
 * only logging in fails, the account exists, and the person goes on at log-in. Protocol chapter 1.4.
 */
export function useRegister(token: string, register: RegisterAction) {
  const { vault, unlocked } = useVaultKeeper();
  const { lock } = useVaultState();

  return async ({
    email,
    name,
    locale,
    password,
  }: Typed): Promise<ActionResult<"logged_in" | "registered">> => {
    // Another account may have left its vault open here.
    lock();
    const { authenticationHash, ...keys } = await vault.makeAccount({ email, password, kdf: defaultKdf });
    const input = { token, email, name, locale, kdf: defaultKdf, authenticationHash, ...keys };
    const answer = await register(input).catch((error: unknown) => {
      lock();
      throw error;
    });
    if (!answer.ok) {
      lock();
      return answer;
    }
    const proof = { email, authenticationHash, deviceIdentifier: deviceIdentifier() };
    const session = await openSession(proof).catch(() => null);
    if (!session?.ok) {
      lock();
      return { ok: true, result: "registered" };
    }
    await unlocked(answer.result.userId);
    return { ok: true, result: "logged_in" };
  };
}

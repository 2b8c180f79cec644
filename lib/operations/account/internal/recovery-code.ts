import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { recoveryCodeCount } from "@/lib/domain/account/two-step";

const letters = "abcdefghijklmnopqrstuvwxyz234567";

/** Sixteen letters and digits of base32: 80 random bits. */
const makeOne = (): string => Array.from(randomBytes(16), (byte) => letters[byte % 32]).join("");

export const makeRecoveryCodes = (): string[] => Array.from({ length: recoveryCodeCount }, makeOne);

export const hashOfRecoveryCode = (code: string): string =>
  createHash("sha256").update(code).digest("base64");

/** As people copy it: four groups of four. */
export const shownRecoveryCode = (code: string): string => code.replace(/(.{4})(?=.)/gu, "$1-");

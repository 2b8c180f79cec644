import "server-only";
import { Secret, TOTP } from "otpauth";
import { totp } from "@/lib/domain/account/two-step";

const issuer = "Trousseau";

const of = (secret: string, label?: string) =>
  new TOTP({ ...totp, issuer, ...(label && { label }), secret: Secret.fromBase32(secret) });

/** A fresh shared secret: base32 of 20 random bytes, as RFC 4226 section 4 asks for. */
export const makeTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that an authenticator app reads from a QR code. */
export const totpAddress = (secret: string, email: string): string => of(secret, email).toString();

/**
 * Which 30-second step a code belongs to, of the present one and its neighbours.
 *
 * @returns null when it belongs to none.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = of(secret).validate({ token: code, timestamp: Number(now), window: totp.window });
  return delta === null ? null : Math.floor(Number(now) / 1000 / totp.period) + delta;
}

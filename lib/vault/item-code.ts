import { Secret, TOTP, URI } from "otpauth";

/** What makes the codes of an item: a new one for each period. */
export type CodeMaker = { periodSeconds: number; codeAt: (moment: Date) => string };

const steamLetters = "23456789BCDFGHJKMNPQRTVWXY";
const steamLength = 5;

/** Steam writes the same number in letters of its own, the last digit first. */
function steamCode(totp: TOTP, moment: Date): string {
  let rest = Number(totp.generate({ timestamp: moment.getTime() }));
  let code = "";
  for (let i = 0; i < steamLength; i++) {
    code += steamLetters.charAt(rest % steamLetters.length);
    rest = Math.floor(rest / steamLetters.length);
  }
  return code;
}

/**
 * Reads what an item keeps for codes: a secret in base32, with or without spaces, an `otpauth://totp` address (the key URI
 * format) or `steam://` and a secret. Codes: RFC 6238. Null for what makes no code.
 */
export function readCode(text: string): CodeMaker | null {
  const typed = text.trim();
  try {
    if (typed.toLowerCase().startsWith("otpauth://")) {
      const read = URI.parse(typed);
      return read instanceof TOTP ? makerOf(read) : null;
    }
    const isSteam = typed.toLowerCase().startsWith("steam://");
    const base32 = (isSteam ? typed.slice("steam://".length) : typed)
      .replace(/[\s-]/g, "")
      .replace(/=+$/, "");
    if (base32 === "") return null;
    const secret = Secret.fromBase32(base32.toUpperCase());
    // Ten digits hold the whole number that the letters are made of.
    if (!isSteam) return makerOf(new TOTP({ secret }));
    const whole = new TOTP({ secret, digits: 10 });
    return { periodSeconds: whole.period, codeAt: (moment) => steamCode(whole, moment) };
  } catch {
    return null;
  }
}

const makerOf = (totp: TOTP): CodeMaker => ({
  periodSeconds: totp.period,
  codeAt: (moment) => totp.generate({ timestamp: moment.getTime() }),
});

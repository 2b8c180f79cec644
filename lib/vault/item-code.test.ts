import { describe, expect, test } from "vitest";
import { readCode } from "@/lib/vault/item-code";

/** The secret of RFC 6238, appendix B, in base32. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

describe("the code of an item", () => {
  test.each([
    [secret, 59, "287082"],
    [secret, 1_111_111_109, "081804"],
    [secret, 20_000_000_000, "353130"],
    ["gezd gnbv gy3t qojq-gezd gnbv gy3t qojq====", 59, "287082"],
    [`otpauth://totp/Trousseau:betty?secret=${secret}&digits=8`, 59, "94287082"],
    [`otpauth://totp/x?secret=${secret}&period=60&issuer=Cobalt`, 59, "755224"],
  ])("of %s at second %d is %s", (text, seconds, code) => {
    expect(readCode(text)?.codeAt(at(seconds))).toBe(code);
  });

  test("of Steam is five of its letters, for half a minute", () => {
    const maker = readCode(`steam://${secret}`);
    expect(maker?.periodSeconds).toBe(30);
    // RFC 4226, appendix D: for the second step the whole number is 1094287082.
    expect([30, 59, 60].map((second) => maker?.codeAt(at(second)) === "PV9M4")).toEqual([true, true, false]);
  });

  test.each([
    "",
    "  ",
    "not base32!",
    "otpauth://hotp/x?secret=GEZDGNBV&counter=1",
    "otpauth://totp/x",
    "steam://",
  ])("of %j is none", (text) => expect(readCode(text)).toBeNull());
});

import { expect, test } from "vitest";
import { isProofRecent, proofMinutes } from "@/lib/domain/account/proof";

const now = new Date("2026-11-26T12:00:00Z");
const ago = (milliseconds: number) => new Date(Number(now) - milliseconds);

test.each([
  ["never given", null, false],
  ["just given", now, true],
  ["in its last millisecond", ago(proofMinutes * 60_000 - 1), true],
  ["over", ago(proofMinutes * 60_000), false],
])("a proof that is %s", (_how, provenAt, isRecent) => {
  expect(isProofRecent(provenAt, now)).toBe(isRecent);
});

import { expect } from "vitest";
import { test } from "@/db/testing";
import { consumeLimits } from "@/lib/operations/limits";
import { mailLimits } from "@/lib/operations/mail/mail-limits";

const now = new Date("2026-11-22T09:00:00Z");
const billy = "billy.warden@provider.example";

test("twenty mails an hour reach one address, whoever sends them", async ({ tx }) => {
  for (let number = 0; number < 20; number++) await consumeLimits(tx, mailLimits([billy]), now);
  await expect(consumeLimits(tx, mailLimits([billy]), now)).rejects.toMatchObject({
    refusal: "too_many_attempts",
    values: { minutes: 60 },
  });
  await consumeLimits(tx, mailLimits(["betty.warden@provider.example"]), now);
  await consumeLimits(tx, mailLimits([billy]), new Date(Number(now) + 60 * 60 * 1000));
});

import { expect } from "vitest";
import { test } from "@/db/testing";
import { aPerson } from "@/db/testing-people";
import type { OperatorActor } from "@/lib/domain/actor";
import { consumeLimits } from "@/lib/operations/limits";
import { mailLimits } from "@/lib/operations/mail/mail-limits";

const now = new Date("2026-11-22T09:00:00Z");
const inAnHour = new Date("2026-11-22T10:00:00Z");
const billy = "billy.warden@provider.example";
const operator: OperatorActor = { kind: "operator", device: { type: "server", ip: null } };
const tooMany = { refusal: "too_many_attempts", values: { minutes: 60 } };

test("twenty mails an hour reach one address, whoever sends them", async ({ tx }) => {
  const send = (to: string, at = now) => consumeLimits(tx, mailLimits([to], operator), at);
  for (let number = 0; number < 20; number++) await send(billy);
  await expect(send(billy)).rejects.toMatchObject(tooMany);
  await send("betty.warden@provider.example");
  await send(billy, inAnHour);
});

test("one account causes mail two hundred times an hour, whoever gets it", async ({ tx }) => {
  const { actor } = await aPerson(tx, "Brett Warden");
  const send = (number: number, at = now) =>
    consumeLimits(tx, mailLimits([`person.${number}@client.example`], actor), at);
  for (let number = 0; number < 200; number++) await send(number);
  await expect(send(200)).rejects.toMatchObject(tooMany);
  await send(200, inAnHour);
});

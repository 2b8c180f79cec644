import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { type Actor, anonymousActor, personActor } from "@/lib/domain/actor";
import { SessionId, UserId } from "@/lib/domain/ids";
import { actorOfPage } from "@/lib/session/actor-of-page";

const request = vi.hoisted(() => ({ actor: undefined as unknown, named: null as string | null }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(request.named === null ? {} : { "x-account": request.named }),
}));
vi.mock("@/lib/session/current-actor", () => ({ currentActor: async () => request.actor as Actor }));

const device = { type: "firefox_browser", ip: "203.0.113.7" } as const;
const userId = UserId.parse(randomUUID());

beforeEach(() => {
  request.actor = personActor({ userId, sessionId: SessionId.parse(randomUUID()), device });
  request.named = null;
});

test("a page that was made for another account does nothing for the one that has logged in since", async () => {
  request.named = randomUUID();
  await expect(actorOfPage()).rejects.toMatchObject({ refusal: "another_account" });
  request.named = userId;
  expect(await actorOfPage()).toBe(request.actor);
});

test("a page that names nobody, and a request of nobody, are judged by what they are", async () => {
  expect(await actorOfPage()).toBe(request.actor);
  request.actor = anonymousActor(device);
  request.named = userId;
  expect(await actorOfPage()).toBe(request.actor);
});

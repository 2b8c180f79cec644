import { describe, expect, test } from "vitest";
import { runBlueprints } from "@/components/jobs/run-blueprints";
import { BlueprintContent } from "@/lib/domain/blueprint/content";
import type { BlueprintOutcome } from "@/lib/domain/provider/client-jobs";
import type { Refusal } from "@/lib/domain/refusal";
import type { Failure } from "@/lib/http/result";
import { anOpenVault, aServer, type Stub } from "@/test/clients-in-browser";

const content = BlueprintContent.parse({
  version: 1,
  collections: ["Networks", "Networks/Sites"],
  groups: ["Sales"],
  cells: [{ group: 0, collection: 1, permission: "edit" }],
  switches: {
    limitCollectionCreation: true,
    limitCollectionDeletion: true,
    limitItemDeletion: false,
    allowAdminAccessToAllCollectionItems: true,
  },
  policies: [],
});
const job = { providerId: "p", jobId: "j", blueprintId: "b" };
const nothing = {
  collections: 0,
  groups: 0,
  permissions: 0,
  switches: 0,
  policies: 0,
  lacking: 0,
  leftOut: 0,
};
const all = { ...nothing, collections: 2, groups: 1, permissions: 1 };

/** Runs a job over these clients, and answers what stopped it and what was settled. */
async function run(clients: Record<string, Stub>, signal = new AbortController().signal) {
  const vault = await anOpenVault("p", Object.keys(clients));
  const server = aServer(vault, clients);
  const settled: Record<string, BlueprintOutcome> = {};
  const seen: string[] = [];
  const go = (order = Object.keys(clients)): Promise<Failure | null> =>
    runBlueprints(
      vault.vault,
      job,
      order.map((id) => ({ id, name: id })),
      content,
      {
        ...server.actions,
        settle: async ({ organizationId, outcome }) => {
          settled[organizationId] = outcome as BlueprintOutcome;
          return { ok: true, result: null };
        },
      },
      signal,
      ({ name }) => seen.push(name),
    );
  return { go, settled, seen, server };
}

describe("a job in the browser", () => {
  test("does the one client, says why not of the one that is closed, and leaves both", async () => {
    const { go, settled, seen, server } = await run({
      shut: { refusesEntry: "provider_access_closed" },
      open: {},
    });
    expect(await go()).toBeNull();
    expect(settled).toEqual({
      shut: { kind: "refused", refusal: "provider_access_closed" },
      open: { kind: "done", result: all },
    });
    expect(seen).toEqual(["shut", "open"]);
    expect(server.left).toEqual(["shut", "open"]);
    expect(await server.namesIn("open")).toEqual(["Networks", "Networks/Sites"]);
  });

  test("finds nothing to do where it was done before", async () => {
    const { go, settled } = await run({ open: {} });
    await go();
    await go();
    expect(settled).toEqual({ open: { kind: "done", result: nothing } });
  });

  test("compares once more where somebody has changed the client meanwhile", async () => {
    const { go, settled } = await run({ busy: { outdatedTimes: 1 }, restless: { outdatedTimes: 2 } });
    expect(await go()).toBeNull();
    expect(settled).toEqual({
      busy: { kind: "done", result: all },
      restless: { kind: "refused", refusal: "needs_a_look" },
    });
  });

  test("leaves to a person what would change something, and what the plan lacks is told", async () => {
    const { go, settled, server } = await run({
      set: { switches: { limitItemDeletion: true } },
      small: { includes: { groups: false, policies: false } },
    });
    expect(await go()).toBeNull();
    expect(settled).toEqual({
      set: { kind: "refused", refusal: "needs_a_look" },
      small: { kind: "done", result: { ...nothing, collections: 2, lacking: 1 } },
    });
    expect(await server.namesIn("set")).toEqual([]);
  });

  test.each<Failure["code"] & Refusal>(["not_signed_in", "provider_suspended"])(
    "stops at %s, and settles nothing",
    async (code) => {
      const { go, settled } = await run({ one: { refusesEntry: code }, two: {} });
      expect(await go()).toMatchObject({ code });
      expect(settled).toEqual({});
    },
  );

  test("begins no other client once its page is left", async () => {
    const leaving = new AbortController();
    const { go, settled, server } = await run({ one: {}, two: {} }, leaving.signal);
    server.onLeave = () => leaving.abort();
    expect(await go()).toBeNull();
    expect(Object.keys(settled)).toEqual(["one"]);
  });
});

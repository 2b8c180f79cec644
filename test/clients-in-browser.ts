import { randomUUID } from "node:crypto";
import type { ApplyActions } from "@/components/blueprints/blueprint-actions";
import type { EncString } from "@/lib/crypto/types";
import { firstSwitches } from "@/lib/domain/organization/inputs";
import type { Refusal } from "@/lib/domain/refusal";
import type { ActionResult } from "@/lib/http/result";
import type { ServedClientState } from "@/lib/operations/blueprint/get-client-state";
import type { SealedClientState } from "@/lib/vault/blueprint";
import type { Vault } from "@/lib/vault/vault";
import { aClientKey, aProviderKey, somebody } from "@/test/vault";

/** A client as a test wants it to be. */
export type Stub = {
  refusesEntry?: Refusal;
  /** So often its state is another one by the time that something is made. */
  outdatedTimes?: number;
  switches?: Partial<SealedClientState["switches"]>;
  includes?: SealedClientState["includes"];
};

type Opened = { vault: Vault; keyIds: Record<string, string> };

/** A vault that holds the keys of a provider and of these clients. */
export async function anOpenVault(providerId: string, organizationIds: readonly string[]): Promise<Opened> {
  const { vault } = await somebody("brett.warden@provider.example");
  const provider = await aProviderKey(vault, providerId);
  const keyIds: Record<string, string> = {};
  for (const id of organizationIds) {
    const { served } = await aClientKey(vault, providerId, id, provider);
    keyIds[id] = served.organizationKeyId;
  }
  return { vault, keyIds };
}

const ok = async <Result>(result: Result): Promise<ActionResult<Result>> => ({ ok: true, result });
const no = async (code: Refusal): Promise<ActionResult<never>> => ({ ok: false, failure: { code } });
const notAsked = () => Promise.reject(new Error("a browser does not ask this here"));

/** The server's side of applying blueprints, which remembers what was made in each client. */
export function aServer({ vault, keyIds }: Opened, clients: Record<string, Stub>) {
  const states = new Map(
    Object.entries(clients).map(([id, { switches, includes, outdatedTimes = 0 }]) => [
      id,
      {
        collections: [] as { id: string; name: EncString; mayManage: boolean }[],
        groups: [] as { id: string; name: string }[],
        cells: [] as { groupId: string; collectionId: string; permission: string }[],
        switches: { ...firstSwitches, ...switches },
        policies: [],
        includes: includes ?? { groups: true, policies: true },
        outdatedTimes,
        mark: randomUUID(),
      },
    ]),
  );
  const stateOf = (id: string) => {
    const state = states.get(id);
    if (!state) throw new Error("no client of this test");
    return state;
  };
  const left: string[] = [];
  const server = {
    left,
    onLeave: () => {},
    /** What its collections are called, opened. */
    namesIn: (id: string) =>
      vault.openTexts(
        `organization:${id}`,
        stateOf(id).collections.map(({ name }) => name),
      ),
  };
  const actions: ApplyActions = {
    getProviderKey: notAsked,
    getOrganizationKey: notAsked,
    preview: notAsked,
    set: notAsked,
    listOwed: notAsked,
    makeOwn: notAsked,
    enter: ({ organizationId }) => {
      const refusal = clients[organizationId]?.refusesEntry;
      return refusal ? no(refusal) : ok(null);
    },
    leave: ({ organizationId }) => {
      left.push(organizationId);
      server.onLeave();
      return ok(null);
    },
    getClient: ({ organizationId }) => {
      const { outdatedTimes: _, ...state } = stateOf(organizationId);
      const served = { ...structuredClone(state), name: organizationId, keyId: keyIds[organizationId] };
      // Ids of a test are words.
      return ok(served as unknown as ServedClientState);
    },
    apply: (part) => {
      const state = stateOf(part.organizationId);
      if (state.outdatedTimes > 0) {
        state.outdatedTimes -= 1;
        return no("outdated_client");
      }
      if (part.mark !== state.mark) return no("outdated_client");
      for (const { collectionId, name } of part.collections)
        state.collections.push({ id: collectionId, name: name as EncString, mayManage: true });
      for (const { groupId, name } of part.groups) state.groups.push({ id: groupId, name });
      for (const { groupId, collectionId, to } of part.cells)
        state.cells.push({ groupId, collectionId, permission: String(to) });
      state.mark = randomUUID();
      return ok({ mark: state.mark });
    },
  };
  return Object.assign(server, { actions });
}

import { test } from "vitest";
import { z } from "zod";
import type { Actor } from "@/lib/domain/actor";
import { ItemId, OrganizationId, ProviderId, ProviderOrganizationId } from "@/lib/domain/ids";
import { everyone } from "@/lib/operations/access";
import { signedIn, signedInNaming } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { inOrganization } from "@/lib/operations/organization/access";
import { done, doneEach } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

const providerId = ProviderId.parse("8b0fb4f6-7f50-4b7b-a7a5-8b2c9a6f7b11");
const providerOrganizationId = ProviderOrganizationId.parse("8b0fb4f6-7f50-4b7b-a7a5-8b2c9a6f7b12");
const input = z.object({ providerId: ProviderId });
const access = inProvider.change_settings;
const event = { type: "provider.updated", providerId, details: { name: "My Provider" } } as const;
const name = "x";

// The compiler is the test: were one of these to compile, `tsc` would report an unused expectation.
test("what cannot be written: a command without its access, or without its event", () => {
  defineCommand({ name, input, access, run: async () => done(null, event) });

  // @ts-expect-error access is missing
  defineCommand({ name, input, run: async () => done(null, event) });
  // @ts-expect-error a bare result is not an outcome: no event was given
  defineCommand({ name, input, access, run: async () => ({ ok: true }) });
  // @ts-expect-error an outcome has at least one event
  defineCommand({ name, input, access, run: async () => done(null) });
  // @ts-expect-error the log knows no such event
  defineCommand({ name, input, access, run: async () => done(null, { type: "misc" }) });
  // @ts-expect-error a query too says who may ask
  defineQuery({ name, input, read: async () => null });
  // @ts-expect-error each event of many follows from what was changed
  const many = () => doneEach(null, []);
  return many;
});

test("what cannot be written: an event without its subjects or its details", () => {
  const client = { providerId, providerOrganizationId };
  done(null, { type: "client.created", ...client, details: { name, plan: "teams", seats: 1 } });

  // @ts-expect-error it would stand in nobody's log
  done(null, { type: "client.created", details: { name, plan: "teams", seats: 1 } });
  // @ts-expect-error a creation says how many seats there are
  done(null, { type: "client.created", ...client, details: { name, plan: "teams" } });
  // @ts-expect-error a log-out says nothing but whose it is
  done(null, { type: "user.logged_out", details: { name } });
});

test("what cannot be written: an access that does not fit what the input names", () => {
  const named = z.object({ name: z.string() });
  const item = z.object({ chosen: z.array(z.object({ item: ItemId })) });
  const tenant = z.object({ organizationId: OrganizationId.nullable() });
  const read = async () => null;
  defineQuery({ name, input: named, access: signedIn, read });
  defineQuery({ name, input: item, access: signedInNaming("a test"), read });
  defineQuery({
    name,
    input: tenant,
    access: everyone("a test", "and why the tenant does not matter"),
    read,
  });

  // @ts-expect-error the input names no provider to judge
  defineQuery({ name, input: named, access: inProvider.open_portal, read });
  // @ts-expect-error the input names an item, of which `signedIn` knows nothing
  defineQuery({ name, input: item, access: signedIn, read });
  // @ts-expect-error the input may name a tenant, which `everyone` does not look at
  defineQuery({ name, input: tenant, access: everyone("a test"), read });
  // @ts-expect-error the input names a provider, and the access judges an organization
  defineQuery({ name, input, access: inOrganization.be_there, read });
  // @ts-expect-error "everyone" takes a reason
  everyone();
});

test("what cannot be written: somebody who asks", () => {
  // @ts-expect-error actors are made by doors from what they have checked
  const actor: Actor = {
    principal: { kind: "operator" },
    way: "page",
    sessionId: null,
    device: { type: "server", ip: null },
  };
  return actor;
});

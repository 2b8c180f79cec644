import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { rotationDebtItems, rotationDebts } from "@/db/schema/rotation-debts";
import { rotationRows, rotations } from "@/db/schema/rotations";
import { RotationId } from "@/lib/domain/ids";
import { adoptOrganizationKey } from "@/lib/operations/key/adopt-organization";
import { beginAccountRotation } from "@/lib/operations/rotation/begin-account";
import { beginOrganizationRotation } from "@/lib/operations/rotation/begin-organization";
import { cancelAccountRotation } from "@/lib/operations/rotation/cancel-account";
import { cancelOrganizationRotation } from "@/lib/operations/rotation/cancel-organization";
import { countRotationDebts } from "@/lib/operations/rotation/count-debts";
import { finishAccountRotation } from "@/lib/operations/rotation/finish-account";
import { finishOrganizationRotation } from "@/lib/operations/rotation/finish-organization";
import { getAccountRotation } from "@/lib/operations/rotation/get-account";
import { getAccountRotationRows } from "@/lib/operations/rotation/get-account-rows";
import { getOrganizationRotation } from "@/lib/operations/rotation/get-organization";
import { getOrganizationRotationRows } from "@/lib/operations/rotation/get-organization-rows";
import { rowsOfOrganization } from "@/lib/operations/rotation/internal/rows";
import { listDebtItems } from "@/lib/operations/rotation/list-debt-items";
import { listRotationDebts } from "@/lib/operations/rotation/list-debts";
import { noteAdoptedKey } from "@/lib/operations/rotation/note-adopted-key";
import { stageAccountRows } from "@/lib/operations/rotation/stage-account-rows";
import { stageOrganizationRows } from "@/lib/operations/rotation/stage-organization-rows";
import { inConsole, ofOneself } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { keyOf, sealedLogin } from "@/test/organization";
import { publicKey, sealedKey, sealedText } from "@/test/people";

const here = ({ organizationId }: Given) => ({ organizationId });

/** An owner, or somebody of the provider who is let in to everything. */
const replacers = inConsole(["owner", "visitors"]);
const readers = inConsole(["owner", "admin", "visitors", "custom: edit_any_collection"]);

const nextKey = () => ({ keyForBeginner: sealedText(5), publicKey: publicKey(), privateKey: sealedText(77) });
const succession = () => ({ predecessor: sealedText(5), proof: sealedText() });
const newId = () => RotationId.parse(randomUUID());

/** Whoever asks, and the owner in the place of somebody who has no account. */
const beginner = ({ you, places }: Given) => you.person ?? places.owner;

type Whose = { organizationId: Given["organizationId"] } | { userId: ReturnType<typeof beginner>["userId"] };

async function begun(given: Given, whose: Whose) {
  const id = newId();
  const forProvider = given.you.name === "service user" || given.you.name === "provider admin";
  const now = new Date();
  const by = { begunBy: beginner(given).userId, forProvider, begunAt: now, lastStagedAt: now };
  await given.tx.insert(rotations).values({ id, ...whose, ...by, ...nextKey(), ...succession() });
  return { rotationId: id, forProvider };
}

async function ofOrganization(given: Given) {
  const { organizationId } = given;
  const { rotationId } = await begun(given, { organizationId });
  return { organizationId, rotationId };
}

async function ofAccount(given: Given) {
  const { rotationId } = await begun(given, { userId: beginner(given).userId });
  return { rotationId };
}

/** What each kind of row is sealed as, of noise. */
const anew = {
  item: sealedLogin,
  collection: () => ({ name: sealedText() }),
  member: () => ({ organizationKeyForMember: sealedKey(), userKeyForOrganization: null }),
  provider: () => ({ organizationKeyForProvider: sealedText(5) }),
  staff: () => ({ key: sealedKey() }),
};

/** A rotation whose rows are all staged. */
async function allStaged(given: Given) {
  const { tx, organizationId } = given;
  const { rotationId, forProvider } = await begun(given, { organizationId });
  for (const { kind, id, version, from } of rowsOfOrganization({ organizationId, forProvider }))
    await tx.execute(sql`insert into ${rotationRows} (rotation_id, kind, row_id, version, sealed)
      select ${rotationId}::uuid, ${kind}, ${id}, ${version}, ${JSON.stringify(anew[kind]())}::jsonb from ${from}`);
  return { organizationId, rotationId };
}

/** Somebody who was removed, and the item that they could read. */
async function aDebt({ tx, organizationId, others, itemId }: Given) {
  const { memberId, userId } = others.member;
  const [debt] = await tx
    .insert(rotationDebts)
    .values({ organizationId, memberId, userId, removedAt: new Date() })
    .returning({ debtId: rotationDebts.id });
  if (!debt) throw new Error("no row came back");
  await tx.insert(rotationDebtItems).values({ ...debt, itemId });
  return { organizationId, ...debt };
}

export const rows = [
  row(getOrganizationRotation, replacers).with(here),
  row(beginOrganizationRotation, replacers).with(({ organizationId }) => ({
    organizationId,
    organizationKeyId: keyOf(organizationId),
    rotationId: newId(),
    succession: succession(),
    ...nextKey(),
  })),
  row(getOrganizationRotationRows, replacers).with(ofOrganization),
  row(stageOrganizationRows, replacers).with(async (given) => ({
    ...(await ofOrganization(given)),
    rows: [{ kind: "collection", id: given.collectionId, version: "1", sealed: anew.collection() }],
  })),
  row(finishOrganizationRotation, replacers).with(allStaged),
  row(cancelOrganizationRotation, replacers).with(ofOrganization),
  // The provider's own copy of the key, which a rotation by an owner leaves to its people.
  row(adoptOrganizationKey, inConsole(["visitors"])).with(({ organizationId }) => ({
    organizationId,
    organizationKeyId: keyOf(organizationId),
    organizationKeyForProvider: sealedText(5),
  })),
  row(noteAdoptedKey, inConsole(["owner", "admin", "customs", "given", "visitors"])).with(
    ({ organizationId }) => ({
      organizationId,
      organizationKeyId: keyOf(organizationId),
    }),
  ),
  row(countRotationDebts, readers).with(here),
  row(listRotationDebts, readers).with(here),
  row(listDebtItems, readers).with(aDebt),

  row(getAccountRotation, ofOneself()).with(() => ({})),
  row(beginAccountRotation, ofOneself()).with(() => ({
    rotationId: newId(),
    ...nextKey(),
    succession: succession(),
  })),
  row(getAccountRotationRows, ofOneself()).with(ofAccount),
  row(stageAccountRows, ofOneself()).with(async (given) => {
    const [item] = await given.tx
      .insert(ciphers)
      .values({ userId: beginner(given).userId, ...sealedLogin() })
      .returning({ id: ciphers.id });
    if (!item) throw new Error("no row came back");
    const staged = { kind: "item", ...item, version: "1", sealed: sealedLogin() } as const;
    return { ...(await ofAccount(given)), rows: [staged] };
  }),
  row(finishAccountRotation, ofOneself()).with(async (given) => ({
    ...(await ofAccount(given)),
    currentHash: given.password,
    userKeyForAccount: sealedText(5),
  })),
  row(cancelAccountRotation, ofOneself()).with(() => ({})),
];

import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { openMyVault } from "@/components/items/open-my-vault";
import { OpenedRow } from "@/components/items/opened-row";
import { packVault } from "@/components/items/pack-vault";
import { KeyRefused } from "@/components/vault/hold-key";
import { openOnce } from "@/components/vault/open-once";
import { utf8 } from "@/lib/crypto/bytes";
import { compactForm, compactItems, itemsOf, type ListedItem } from "@/lib/domain/item/compact";
import { Parts } from "@/lib/domain/parts";
import type { Failure } from "@/lib/http/result";
import { forgetKept, keepVault, ownMemory } from "@/lib/vault/kept-for-away";
import { answered, failing, sent, untilKept } from "@/test/asked-vault";
import { aSealedRow, countingVault, somebody } from "@/test/vault";
import { wholeRow } from "@/test/whole-row";

type Row = Awaited<ReturnType<typeof aSealedRow>>;

async function billy() {
  const { vault } = await somebody("billy@client.example");
  const rows = await Promise.all(["Bank", "Mail"].map((name) => aSealedRow(vault, name)));
  return { vault, userId: randomUUID(), rows };
}

const names = ({ opened }: Awaited<ReturnType<typeof openMyVault>>) =>
  opened.items.map(({ content }) => content?.name);

/** All that a list and a drawer show. */
const shown = ({ opened }: Awaited<ReturnType<typeof openMyVault>>) =>
  opened.items.map(({ id, sealed, marks, may, keptIn, content, damage, searched }) => ({
    ...{ id, sealed: wholeRow(sealed as ListedItem), marks, may, keptIn, content, damage, searched },
  }));

test("the revision that is there is named, and what has not changed is neither sent nor opened again", async () => {
  const { vault, userId, rows } = await billy();
  const { watched, read } = countingVault(vault);
  const openings = openOnce(watched);
  const ask = vi.fn(answered(sent("1", rows)));
  await openings.opened({ userId, ask }, openMyVault);
  expect(read().items).toBe(2);
  ask.mockImplementation(answered({ revision: "1", contents: null }));
  const again = await openings.opened({ userId, ask }, openMyVault);
  expect(again.ok && names(again.opened)).toEqual(["Bank", "Mail"]);
  expect(read().items).toBe(0);
  expect(ask.mock.calls).toEqual([[{ known: null }], [{ known: "1" }]]);
});

test("what is sealed of an item goes whole into a copy, from the server and from the device", async () => {
  const { vault, userId, rows } = await billy();
  const whole = ({ opened }: Awaited<ReturnType<typeof openMyVault>>) =>
    opened.items.map(({ sealed }) => ({ ...sealed }));
  const parts = ({ type, key, name, notes, fields, passwordHistory, data, reprompt }: Row) => ({
    ...{ type, key, name, notes, fields, passwordHistory, data, reprompt },
  });
  const first = await openMyVault(vault, { userId, ask: answered(sent("1", rows)) });
  expect(whole(first)).toEqual(rows.map(parts));
  await untilKept();
  const kept = await openMyVault(vault, { userId, ask: answered({ revision: "1", contents: null }) });
  expect(whole(kept)).toEqual(rows.map(parts));
});

test.each(["unreachable", "unavailable", "unexpected", "busy"] as const)(
  "where the server is %s, the vault that was kept opens, and nothing in it can be changed",
  async (code) => {
    const { vault, userId, rows } = await billy();
    await openMyVault(vault, { userId, ask: answered(sent("1", rows)) });
    await untilKept();
    const kept = await openMyVault(vault, { userId, ask: failing(code) });
    expect(names(kept)).toEqual(["Bank", "Mail"]);
    expect(kept.isAway).toBe(true);
    expect(kept.at).toBeGreaterThan(0);
    for (const { may } of kept.opened.items)
      expect(may).toEqual({ edit: false, delete: false, assign: false, reveal: true });
  },
);

test("once it is back, what was kept can be changed again, and nothing is sent that is the same", async () => {
  const { vault, userId, rows } = await billy();
  const openings = openOnce(vault);
  await openings.opened({ userId, ask: answered(sent("1", rows)) }, openMyVault);
  await untilKept();
  await openings.opened({ userId, ask: failing("unreachable") }, openMyVault);
  const ask = vi.fn(answered({ revision: "1", contents: null }));
  const back = await openings.opened({ userId, ask }, openMyVault);
  expect(ask).toHaveBeenCalledWith({ known: "1" });
  expect(back.ok && [back.opened.isAway, back.opened.opened.items[0]?.may.edit]).toEqual([false, true]);
});

test("a vault unlocks with what was kept, opens nothing anew, and takes whatever has changed", async () => {
  const { vault, userId, rows } = await billy();
  const found = await openMyVault(vault, { userId, ask: answered(sent("1", rows)) });
  await untilKept();
  const { watched, read } = countingVault(vault);
  const same = await openMyVault(watched, { userId, ask: answered({ revision: "1", contents: null }) });
  expect(shown(same)).toEqual(shown(found));
  expect(same.isAway).toBe(false);
  expect(read().items).toBe(0);
  const other = await openMyVault(watched, { userId, ask: answered(sent("2", rows.slice(0, 1))) });
  expect(names(other)).toEqual(["Bank"]);
});

test("where half of it is not there any more, the vault is asked for anew", async () => {
  const { vault, userId, rows } = await billy();
  await openMyVault(vault, { userId, ask: answered(sent("1", rows)) });
  await untilKept();
  await ownMemory().forget(`away bodies ${compactForm} ${userId}`);
  const ask = vi.fn(async ({ known }: { known: string | null }) =>
    known === null ? answered(sent("1", rows))() : answered({ revision: "1", contents: null })(),
  );
  expect(names(await openMyVault(vault, { userId, ask }))).toEqual(["Bank", "Mail"]);
  expect(ask.mock.calls).toEqual([[{ known: "1" }], [{ known: null }]]);
  await untilKept();
  await ownMemory().forget(`away bodies ${compactForm} ${userId}`);
  await expect(openMyVault(vault, { userId, ask: failing("unreachable") })).rejects.toBeInstanceOf(
    KeyRefused,
  );
});

test("an answer that breaks off is none: what was kept is shown, or nothing", async () => {
  const { vault, userId, rows } = await billy();
  async function* broken() {
    yield { rows: [], sealed: [] };
    throw new TypeError("network error");
  }
  const { contents } = sent("2", rows);
  const ask = () => {
    const compact = { ...contents.compact, parts: new Parts(broken()) };
    return answered({ revision: "2", contents: { ...contents, compact } })();
  };
  await expect(openMyVault(vault, { userId, ask })).rejects.toMatchObject({
    failure: { code: "unreachable" },
  });
  await openMyVault(vault, { userId, ask: answered(sent("1", rows)) });
  await untilKept();
  const kept = await openMyVault(vault, { userId, ask });
  expect([names(kept), kept.isAway]).toEqual([["Bank", "Mail"], true]);
});

test("what is damaged or does not open is kept as that", async () => {
  const { vault, userId, rows } = await billy();
  const [bank, mail] = rows as [Row, Row];
  const stolen = { ...bank, data: { ...bank.data, username: mail.data.username } };
  const closed = { ...mail, key: bank.data.username as never };
  const ask = answered(sent("1", [stolen, closed]));
  const found = await openMyVault(vault, { userId, ask });
  expect(found.opened.items.map(({ damage, content }) => [damage, content?.name])).toEqual([
    [[{ part: "username", what: "damaged" }], "Bank"],
    [[], undefined],
  ]);
  await untilKept();
  const kept = await openMyVault(vault, { userId, ask: answered({ revision: "1", contents: null }) });
  expect(shown(kept)).toEqual(shown(found));
});

test("what did not open is tried again, though nothing of it has changed at the server", async () => {
  const { vault, userId, rows } = await billy();
  const { contents } = sent("1", rows);
  const compact = compactItems(rows, []);
  const listed = itemsOf(compact).items;
  const place = {
    ...{ marks: { isFavorite: false, isArchived: false, folderId: null }, organizationId: null },
    ...{ may: { edit: true, delete: true, reveal: true, assign: true }, collectionIds: [] },
    keptIn: { owner: null, color: "red", collections: [] },
  };
  const items = listed.map((row) => new OpenedRow(row, null, place));
  await keepVault(vault, userId, () =>
    packVault({ revision: "1", at: 1, contents: { ...contents, compact } }, listed, items),
  );
  const kept = await openMyVault(vault, { userId, ask: answered({ revision: "1", contents: null }) });
  expect(names(kept)).toEqual(["Bank", "Mail"]);
});

test("a tab goes on with what it has while the server is away, also where the device has nothing", async () => {
  const { vault, userId, rows } = await billy();
  const openings = openOnce(vault);
  await openings.opened({ userId, ask: answered(sent("2", rows)) }, openMyVault);
  await untilKept();
  await forgetKept();
  const away = await openings.opened({ userId, ask: failing("busy") }, openMyVault);
  expect(away.ok && [names(away.opened), away.opened.isAway]).toEqual([["Bank", "Mail"], true]);
  expect(away.ok && away.opened.opened.items[0]?.may.edit).toBe(false);
});

test("what another release sends in a form of its own is not read", async () => {
  const { vault, userId, rows } = await billy();
  const { contents } = sent("1", rows);
  const ask = answered({ revision: "1", contents: contents && { ...contents, form: 99 as never } });
  await expect(openMyVault(vault, { userId, ask })).rejects.toMatchObject({
    failure: { code: "outdated_page" },
  });
});

test("what is kept while the vault is locked does not stay", async () => {
  const { vault, userId, rows } = await billy();
  await openMyVault({ ...vault, holds: async () => false }, { userId, ask: answered(sent("1", rows)) });
  await untilKept();
  await expect(openMyVault(vault, { userId, ask: failing("unreachable") })).rejects.toBeInstanceOf(
    KeyRefused,
  );
});

test("what another release has kept in a form of its own counts as nothing", async () => {
  const { vault, userId, rows } = await billy();
  const other = utf8("of another form, which is longer than what stands before it");
  await keepVault(vault, userId, async () => ({ head: other, bodies: other }));
  const opened = await openMyVault(vault, { userId, ask: answered(sent("1", rows)) });
  expect(names(opened)).toEqual(["Bank", "Mail"]);
});

test("rows of one id keep what is their own, from the device too", async () => {
  const { vault, userId, rows } = await billy();
  const [bank, mail] = rows as [Row, Row];
  const first = await openMyVault(vault, {
    userId,
    ask: answered(sent("1", [bank, { ...mail, id: bank.id }])),
  });
  expect(names(first)).toEqual(["Bank", "Mail"]);
  await untilKept();
  const kept = await openMyVault(vault, { userId, ask: answered({ revision: "1", contents: null }) });
  expect(names(kept)).toEqual(["Bank", "Mail"]);
});

test("what is refused is not opened from what was kept", async () => {
  const { vault, userId, rows } = await billy();
  await openMyVault(vault, { userId, ask: answered(sent("1", rows)) });
  await untilKept();
  for (const code of ["not_signed_in", "not_found", "not_allowed"] as Failure["code"][])
    await expect(openMyVault(vault, { userId, ask: failing(code) })).rejects.toBeInstanceOf(KeyRefused);
});

test("nothing opens without the server where nothing was kept, or it was forgotten", async () => {
  const { vault, userId, rows } = await billy();
  const asked = { userId, ask: failing("unreachable") };
  await expect(openMyVault(vault, asked)).rejects.toBeInstanceOf(KeyRefused);
  await openMyVault(vault, { userId, ask: answered(sent("1", rows)) });
  await untilKept();
  await forgetKept();
  await expect(openMyVault(vault, asked)).rejects.toBeInstanceOf(KeyRefused);
});

/** A server whose answer comes in parts: what has to come first, and what is told to come. */
function inTwoParts(revision: string, rows: readonly ListedItem[]) {
  const { contents } = sent(revision, rows);
  const { parts, ...places } = contents.compact;
  const [one, two] = [compactItems(rows.slice(0, 1), []), compactItems(rows.slice(1), [])];
  let go = (_: unknown) => {};
  const told = new Promise((resolve) => {
    go = resolve;
  });
  async function* coming() {
    yield one;
    await told;
    yield two;
  }
  const compact = { ...places, parts: new Parts(coming()) };
  return { ask: answered({ revision, contents: { ...contents, compact } }), go };
}

test("what comes first is shown while the rest is on its way", async () => {
  const { vault, userId, rows } = await billy();
  const { ask, go } = inTwoParts("1", rows);
  const openings = openOnce(vault);
  const asked = { userId, ask };
  const first = await openings.first(asked, openMyVault);
  expect(first.ok && [names(first.opened), first.opened.isWhole]).toEqual([["Bank"], false]);
  go(null);
  const whole = await openings.opened(asked, openMyVault);
  expect(whole.ok && [names(whole.opened), whole.opened.isWhole]).toEqual([["Bank", "Mail"], true]);
});

test("what the device has is shown first while something newer is on its way, and not before it is", async () => {
  const { vault, userId, rows } = await billy();
  await openMyVault(vault, { userId, ask: answered(sent("1", rows)) });
  await untilKept();
  const other = [await aSealedRow(vault, "Newer"), await aSealedRow(vault, "Newest")];
  const { ask, go } = inTwoParts("2", other);
  const shownFirst: unknown[] = [];
  const opening = openMyVault(vault, { userId, ask }, undefined, (first) => {
    shownFirst.push([names(first), first.isWhole]);
    go(null);
  });
  expect(names(await opening)).toEqual(["Newer", "Newest"]);
  expect(shownFirst).toEqual([[["Bank", "Mail"], false]]);

  const refused = vi.fn();
  const failed = openMyVault(vault, { userId, ask: failing("not_signed_in") }, undefined, refused);
  await expect(failed).rejects.toBeInstanceOf(KeyRefused);
  expect(refused).not.toHaveBeenCalled();
});

test("nothing is shown first in the place of what is on the page already", async () => {
  const { vault, userId, rows } = await billy();
  const last = {
    sealed: { userId, ask: failing("busy") },
    opened: await openMyVault(vault, { userId, ask: answered(sent("1", rows)) }),
  };
  const showFirst = vi.fn();
  await openMyVault(vault, { userId, ask: answered(sent("2", rows)) }, last, showFirst);
  expect(showFirst).not.toHaveBeenCalled();
});

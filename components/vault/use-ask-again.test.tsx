// @vitest-environment happy-dom
import { fireEvent } from "@testing-library/react";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ContextType } from "react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { useAskAgain } from "@/components/vault/use-ask-again";
import { tellOtherTabs, type Word } from "@/lib/vault/other-tabs";
import type { Vault } from "@/lib/vault/vault";
import { show } from "@/test/components";
import { somebody } from "@/test/vault";

type Hear = Parameters<typeof import("@/lib/vault/other-tabs").hearOtherTabs>[0];
let hear: Hear = () => {};
vi.mock("@/lib/vault/other-tabs", () => ({
  tellOtherTabs: vi.fn(),
  hearOtherTabs(onWord: Hear) {
    hear = onWord;
    return () => {};
  },
}));

let vault: Vault;
beforeAll(async () => {
  ({ vault } = await somebody("betty@cobalt.example"));
});

const refresh = vi.fn();
let isReady = true;
let visible: DocumentVisibilityState = "visible";

beforeEach(() => {
  vi.useFakeTimers();
  refresh.mockClear();
  vi.mocked(tellOtherTabs).mockClear();
  [isReady, visible] = [true, "visible"];
  vi.stubGlobal("fetch", async () => new Response(null, { status: isReady ? 200 : 503 }));
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visible);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Page({ revision }: { revision: string }) {
  useAskAgain(revision);
  return null;
}

const router = { refresh } as unknown as NonNullable<ContextType<typeof AppRouterContext>>;
const page = (revision: string) => (
  <AppRouterContext value={router}>
    <Page revision={revision} />
  </AppRouterContext>
);

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);
const say = async (word: Word) => {
  hear(word);
  await pass(0);
};
const newer: Word = { kind: "changed", revision: "second" };

test("a page that comes into sight asks again, unless it has just asked", async () => {
  show(page("first"), vault);
  await pass(9);
  fireEvent.focus(window);
  await pass(0);
  expect(refresh).not.toHaveBeenCalled();
  await pass(2);
  fireEvent.focus(window);
  fireEvent(document, new Event("visibilitychange"));
  await pass(0);
  expect(refresh).toHaveBeenCalledOnce();
});

test("a page in sight asks every three minutes, and one out of sight does not", async () => {
  show(page("first"), vault);
  await pass(181);
  expect(refresh).toHaveBeenCalledOnce();
  visible = "hidden";
  await pass(600);
  expect(refresh).toHaveBeenCalledOnce();
});

test("what another tab has seen is asked for, at once or as soon as the page is in sight", async () => {
  show(page("first"), vault);
  await say({ kind: "changed", revision: "first" });
  expect(refresh).not.toHaveBeenCalled();
  await say(newer);
  expect(refresh).toHaveBeenCalledOnce();
  visible = "hidden";
  await say(newer);
  expect(refresh).toHaveBeenCalledOnce();
  visible = "visible";
  fireEvent(document, new Event("visibilitychange"));
  await pass(0);
  expect(refresh).toHaveBeenCalledTimes(2);
});

test("other tabs are told of a vault that has changed, and not of the first one", () => {
  const { rerender } = show(page("first"), vault);
  expect(tellOtherTabs).not.toHaveBeenCalled();
  rerender(page("second"));
  expect(tellOtherTabs).toHaveBeenCalledExactlyOnceWith(newer);
});

test("neither a locked vault nor one whose server is away is asked for", async () => {
  isReady = false;
  const { unmount } = show(page("first"), vault);
  await pass(200);
  unmount();
  isReady = true;
  show(page("first"));
  await pass(200);
  expect(refresh).not.toHaveBeenCalled();
});

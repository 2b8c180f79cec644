import { type Endpoint, expose, transfer } from "comlink";
import type { Bytes } from "@/lib/crypto/types";
import { carryVaultErrors } from "@/lib/vault/carry-errors";
import { makeKeyring } from "@/lib/vault/keyring";
import { holdLife } from "@/lib/vault/life";
import { hearOtherTabs } from "@/lib/vault/other-tabs";
import { shareKeyring } from "@/lib/vault/share-keyring";

/** One script for both kinds of workers: a shared one gets a port for each tab, a dedicated one serves its own. */
const here = self as unknown as Endpoint & EventTarget & { close: () => void };

carryVaultErrors();
const keyring = shareKeyring(makeKeyring(), holdLife());
hearOtherTabs((word) => {
  if (word.kind === "seen") keyring.seen(word.at);
});

const serve = (tab: Endpoint) => {
  // A question that did not arrive whole would never be answered.
  tab.addEventListener("messageerror", () => here.close());
  const served = keyring.connect();
  const openBatch: typeof served.openBatch = async (...given) => {
    const opened = await served.openBatch(...given);
    return transfer(opened, [opened.answers.buffer, opened.text.buffer]);
  };
  const handingOver =
    (question: (...given: Parameters<typeof served.sealBlob>) => Promise<Bytes>): typeof served.sealBlob =>
    async (...given) => {
      const bytes = await question(...given);
      return transfer(bytes, [bytes.buffer]);
    };
  const [sealBlob, openBlob] = [handingOver(served.sealBlob), handingOver(served.openBlob)];
  expose({ ...served, openBatch, sealBlob, openBlob }, tab);
};

// After an unexpected error, work may be half done. So the worker ends, and the tabs notice it.
for (const sign of ["error", "unhandledrejection"]) here.addEventListener(sign, () => here.close());

if ("onconnect" in self)
  here.addEventListener("connect", (event) => {
    const [port] = (event as MessageEvent).ports;
    if (port) serve(port);
  });
else serve(here);
